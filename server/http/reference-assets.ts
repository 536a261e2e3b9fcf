import { paths } from '@/lib/paths';
import { colours } from '@/lib/theme/tokens';

/**
 * Starts Swagger UI and keeps it in the theme of the page, or of the system where the page has none of its own. There is
 * one server, so its choice gives way to the heading that the operations lack; a link to an operation would be a link
 * inside a button, which no keyboard reaches. Swagger UI makes a landmark of the operations alone; what stands above them
 * gets its own.
 */
export const referenceScript = `
const root = document.documentElement;
if (root.dataset.theme === 'system') {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => root.classList.toggle('dark-mode', dark.matches);
  follow();
  dark.addEventListener('change', follow);
}
const { title, operations } = document.getElementById('reference').dataset;
const Landmarks = () => ({
  wrapComponents: {
    InfoContainer: (Info, { React }) => (props) =>
      React.createElement('section', { 'aria-label': title }, React.createElement(Info, props)),
    ServersContainer: (_, { React }) => () =>
      React.createElement('section', { 'aria-label': operations }, React.createElement('h2', null, operations)),
  },
});
SwaggerUIBundle({
  url: ${JSON.stringify(paths.openApi)},
  dom_id: '#reference',
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
  plugins: [Landmarks],
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
a:focus-visible, .swagger-ui :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
a, ${over('a')} { color: var(--accent); }
${over('.scheme-container')} { background: var(--surface); box-shadow: none; }
${over('.opblock .opblock-summary-method', '.btn.authorize', '.info .title small', '.info .title small pre')} {
  background: var(--accent); border-color: var(--accent); color: var(--on-accent);
}
${over('.btn.authorize svg')} { fill: var(--on-accent); }
${over('.opblock', '.opblock .opblock-summary', '.opblock .opblock-section-header')} {
  background: var(--surface); border-color: var(--line); box-shadow: none;
}
${over('*:not(a, code, span, pre, button, small)', '.opblock-description', '.parameter__type', '.parameter__in', '.examples__title')} { color: var(--ink); }
${over('.parameter__name.required span', '.parameter__name.required::after', '.opblock-section-request-body .required')} { color: var(--danger); }
@media (prefers-reduced-motion: reduce) {
  *, ::before, ::after { animation-duration: 1ms !important; transition-duration: 1ms !important; scroll-behavior: auto !important; }
}
`;
}

/** A selector that is stronger than Swagger UI's own for the same elements, in both of its themes. */
function over(...inside: string[]): string {
  return inside.map((one) => `#reference .swagger-ui ${one}`).join(', ');
}

function variables(theme: keyof typeof colours): string {
  const names = ['paper', 'surface', 'ink', 'line', 'accent', 'on-accent', 'danger', 'focus'] as const;
  return names.map((name) => `--${name}: ${colours[theme][name]};`).join(' ');
}
