import { defineConfig, globalIgnores } from 'eslint/config';
import nextVitals from 'eslint-config-next/core-web-vitals';
import nextTypescript from 'eslint-config-next/typescript';

/** One entry for each thing the house forbids by syntax; `no-restricted-syntax` keeps only the last list given. */
const noEnv = [
  'MemberExpression[object.name="process"][property.name="env"]',
  'ImportDeclaration[source.value=/^(node:)?process$/]',
].map((selector) => ({
  selector,
  message: 'Only server/env.ts reads the environment; take the value from env().',
}));

/** Tailwind utilities that name a physical side; each has a logical twin that is right in both directions. */
const physicalSide =
  '(?:^|[\\s:!-])(?:-?(?:[mp][lr]|scroll-[mp][lr]|left|right|rounded-(?:[lr]|[tb][lr])|border-[lr])-|(?:text|float|clear)-(?:left|right)\\b|(?:border|rounded)-(?:[lr]|[tb][lr])(?:\\s|$))';
const noPhysicalSides = ['Literal[value=/PATTERN/]', 'TemplateElement[value.raw=/PATTERN/]'].map(
  (selector) => ({
    selector: selector.replace('PATTERN', physicalSide),
    message:
      'Name the logical side: ms- me- ps- pe- start- end- text-start text-end border-s border-e rounded-s rounded-e.',
  }),
);

export default defineConfig([
  globalIgnores([
    '**/.next*/**',
    'data/**',
    'public/**',
    'server/db/migrations/**',
    '**/next-env.d.ts',
    'test-results/**',
  ]),
  ...nextVitals,
  ...nextTypescript,
  {
    // Nobody switches a rule off in passing: an exception is made here, with its reason.
    linterOptions: { noInlineConfig: true },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-unused-expressions': 'error',
      'no-console': 'error',
      // next.config.js switches the image optimizer off, so its component has nothing to offer but inline styles.
      '@next/next/no-img-element': 'off',
      'no-restricted-syntax': ['error', ...noEnv],
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
    },
  },
  { files: ['**/*.tsx'], rules: { 'no-restricted-syntax': ['error', ...noEnv, ...noPhysicalSides] } },
  {
    // Next, vitest and Playwright find these by their default export.
    files: [
      '{app,bench/floor/app}/**/{page,layout,template,loading,error,global-error,not-found,forbidden,default}.tsx',
      'i18n/request.ts',
      'server/db/testing.setup.ts',
      'e2e/fixtures/demo-data.ts',
      '**/*.config.{js,mjs,ts}',
    ],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    // The environment's one reader, the files that configure a tool, and the scripts that run outside the product.
    files: [
      'server/env.ts',
      '*.config.{js,mjs,ts}',
      'instrumentation.ts',
      '{scripts,bench,e2e}/**',
      '**/*.test.{ts,tsx}',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  // dependency-cruiser reads its configuration as CommonJS.
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  // Command-line programs speak to a terminal.
  { files: ['{scripts,bench}/**'], rules: { 'no-console': 'off' } },
  // Playwright's fixtures hand their value to a function named `use`, which the rule takes for a hook of React.
  { files: ['e2e/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
]);
