import { paths } from '@/lib/paths';
import { colours } from '@/lib/theme/tokens';

/** Starts Swagger UI and keeps it in the theme of the page, or of the system where the page has none of its own. */
export const referenceScript = `
const root = document.documentElement;
if (root.dataset.theme === 'system') {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => root.classList.toggle('dark-mode', dark.matches);
  follow();
  dark.addEventListener('change', follow);
}
SwaggerUIBundle({
  url: ${JSON.stringify(paths.openApi)},
  dom_id: '#reference',
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
`;

/** The frame around Swagger UI, and Swagger UI's own surfaces in the product's colours. */
export function referenceStyle(): string {
  return `
:root { color-scheme: light; ${variables('light')} }
:root.dark-mode { color-scheme: dark; ${variables('dark')} }
html, html.dark-mode, html.dark-mode .swagger-ui, body { background: var(--paper); color: var(--ink); }
body { margin: 0; font-family: system-ui, sans-serif; }
header { border-block-end: 1px solid var(--line); background: var(--surface); }
header nav { display: flex; gap: 24px; max-inline-size: 1460px; margin-inline: auto; padding: 16px 20px; }
a, .swagger-ui a { color: var(--accent); }
a:focus-visible, .swagger-ui :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.swagger-ui .scheme-container, html.dark-mode .swagger-ui .scheme-container { background: var(--surface); box-shadow: none; }
`;
}

function variables(theme: keyof typeof colours): string {
  const names = ['paper', 'surface', 'ink', 'line', 'accent', 'focus'] as const;
  return names.map((name) => `--${name}: ${colours[theme][name]};`).join(' ');
}
