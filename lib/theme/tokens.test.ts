import { describe, expect, it } from 'vitest';
import { type ColourName, colours, shapePairs, textPairs } from './tokens';

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function tooWeak(
  theme: 'light' | 'dark',
  pairs: readonly (readonly [ColourName, ColourName])[],
  least: number,
) {
  return pairs
    .map(([fg, bg]) => ({ pair: `${fg} on ${bg}`, ratio: contrast(colours[theme][fg], colours[theme][bg]) }))
    .filter(({ ratio }) => ratio < least)
    .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`);
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it('keeps every text pair at 4.5 to 1 or better', () => {
    expect(tooWeak(theme, textPairs, 4.5)).toEqual([]);
  });

  it('keeps every shape, control border and focus ring at 3 to 1 or better', () => {
    expect(tooWeak(theme, shapePairs, 3)).toEqual([]);
  });
});

it('computes contrast as WCAG does: black on white is 21 to 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});
