/**
 * The one source of every colour. `tailwind.config.ts` turns it into CSS variables for both themes, and
 * `tokens.test.ts` computes the contrast of every pair declared below. Nothing else may name a colour.
 */

/** A tone says how a state is meant; it always comes with a word and a shape. */
export const tones = ['neutral', 'info', 'positive', 'caution', 'critical', 'pending'] as const;
export type Tone = (typeof tones)[number];

const light = {
  paper: '#f6f2ea',
  surface: '#fdfbf7',
  raised: '#ffffff',
  sunken: '#ece6d9',
  hover: '#f0eade',
  ink: '#1e1b16',
  'ink-soft': '#544d3e',
  'ink-faint': '#665d4b',
  line: '#ded6c5',
  'line-strong': '#8a7f69',
  accent: '#0f4a5a',
  'accent-hover': '#0a3743',
  'accent-soft': '#dbeaed',
  'on-accent': '#ffffff',
  danger: '#a02b20',
  'danger-hover': '#80211a',
  'on-danger': '#ffffff',
  focus: '#0b6a86',
  'neutral-fg': '#4a4436',
  'neutral-soft': '#e9e3d5',
  'neutral-solid': '#7a715c',
  'info-fg': '#0f4a5a',
  'info-soft': '#dbeaed',
  'info-solid': '#2a778c',
  'positive-fg': '#25562f',
  'positive-soft': '#e0eedd',
  'positive-solid': '#3b7a49',
  'caution-fg': '#734405',
  'caution-soft': '#f8e9cd',
  'caution-solid': '#aa690e',
  'critical-fg': '#8f2118',
  'critical-soft': '#f9e0da',
  'critical-solid': '#b8392d',
  'pending-fg': '#54356f',
  'pending-soft': '#ebe2f1',
  'pending-solid': '#7d559c',
} as const;

/** A colour's name, as used in classes (`bg-surface`, `text-ink-soft`, `border-line`). */
export type ColourName = keyof typeof light;

const dark: Record<ColourName, string> = {
  paper: '#161411',
  surface: '#1d1a16',
  raised: '#25211c',
  sunken: '#110f0c',
  hover: '#2a2620',
  ink: '#ece6d8',
  'ink-soft': '#bcb3a0',
  'ink-faint': '#a0967f',
  line: '#38332a',
  'line-strong': '#857b67',
  accent: '#8ccbdc',
  'accent-hover': '#aedde9',
  'accent-soft': '#15343d',
  'on-accent': '#06222b',
  danger: '#f0968a',
  'danger-hover': '#f6b5ac',
  'on-danger': '#2b0b07',
  focus: '#6fc3da',
  'neutral-fg': '#cbc2af',
  'neutral-soft': '#302b24',
  'neutral-solid': '#8f8671',
  'info-fg': '#9bd0de',
  'info-soft': '#15343d',
  'info-solid': '#4fa3b8',
  'positive-fg': '#a6d5ab',
  'positive-soft': '#1d3223',
  'positive-solid': '#63a872',
  'caution-fg': '#ecc481',
  'caution-soft': '#3a2a10',
  'caution-solid': '#cf9339',
  'critical-fg': '#f5b0a6',
  'critical-soft': '#44211c',
  'critical-solid': '#e0685a',
  'pending-fg': '#d0b7e6',
  'pending-soft': '#312642',
  'pending-solid': '#a57fc7',
};

/** Colours by theme, as sRGB hex. */
export const colours: Record<'light' | 'dark', Record<ColourName, string>> = { light, dark };

/** Shadows by theme; only what floats over the page has one. */
export const shadows = {
  light: { float: '0 1px 2px rgb(30 27 22 / 0.08), 0 8px 28px -6px rgb(30 27 22 / 0.22)' },
  dark: { float: '0 1px 2px rgb(0 0 0 / 0.5), 0 10px 32px -6px rgb(0 0 0 / 0.7)' },
} as const;

type Pair = readonly [foreground: ColourName, background: ColourName];

const everyGround = ['paper', 'surface', 'raised', 'sunken', 'hover'] as const;
const pairs = (foregrounds: readonly ColourName[], grounds: readonly ColourName[]): Pair[] =>
  foregrounds.flatMap((fg) => grounds.map((bg): Pair => [fg, bg]));

/** Text pairs: WCAG 2.2 asks for 4.5 : 1 (success criterion 1.4.3). */
export const textPairs: readonly Pair[] = [
  ...pairs(['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-hover'], everyGround),
  ...pairs(['ink', 'ink-soft', 'accent'], ['accent-soft']),
  ...pairs(['danger', 'danger-hover'], everyGround),
  ...pairs(['on-accent'], ['accent', 'accent-hover']),
  ...pairs(['on-danger'], ['danger', 'danger-hover']),
  ...tones.flatMap((tone) => pairs([`${tone}-fg`], [`${tone}-soft`, ...everyGround])),
  ...tones.flatMap((tone) => pairs(['ink'], [`${tone}-soft`])),
];

/** Shapes, control borders and the focus ring: 3 : 1 (success criterion 1.4.11). */
export const shapePairs: readonly Pair[] = [
  ...pairs(['focus', 'line-strong'], everyGround),
  ...pairs(
    ['focus'],
    tones.map((tone) => `${tone}-soft` as const),
  ),
  ...tones.flatMap((tone) =>
    pairs([`${tone}-solid`], [`${tone}-soft`, 'paper', 'surface', 'raised', 'sunken']),
  ),
];
