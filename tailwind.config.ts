import type { Config } from 'tailwindcss';
import plugin from 'tailwindcss/plugin';
import { type ColourName, colours, shadows } from './lib/theme/tokens';

/** The CSS variables of one theme, from the one token source. */
function variables(theme: 'light' | 'dark'): Record<string, string> {
  const entries = Object.entries(colours[theme]).map(([name, value]) => [`--${name}`, value]);
  return { 'color-scheme': theme, ...Object.fromEntries(entries), '--shadow-float': shadows[theme].float };
}

const names = Object.keys(colours.light) as ColourName[];

export default {
  content: [],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      inherit: 'inherit',
      ...Object.fromEntries(names.map((name) => [name, `var(--${name})`])),
    },
    fontFamily: {
      sans: 'var(--font-sans)',
      mono: 'var(--font-mono)',
    },
    fontSize: {
      xs: ['0.75rem', { lineHeight: '1rem' }],
      sm: ['0.8125rem', { lineHeight: '1.125rem' }],
      base: ['0.875rem', { lineHeight: '1.25rem' }],
      lg: ['1.0625rem', { lineHeight: '1.5rem' }],
      xl: ['1.375rem', { lineHeight: '1.75rem' }],
    },
    fontWeight: { normal: '400', medium: '500', semibold: '600' },
    borderRadius: { none: '0', sm: '2px', DEFAULT: '3px', md: '4px', lg: '6px', full: '999px' },
    boxShadow: { float: 'var(--shadow-float)', none: 'none' },
  },
  plugins: [
    plugin(({ addBase }) => {
      addBase({
        ':root': variables('light'),
        '@media (prefers-color-scheme: dark)': { ':root:not([data-theme="light"])': variables('dark') },
        ':root[data-theme="dark"]': variables('dark'),
      });
    }),
  ],
} satisfies Config;
