import { expect, it } from 'vitest';
import { valueText } from './words';

// What one engine's own names are, another's are not: "Hong Kong SAR China" on the server, "Hong Kong" in a browser.
it.each([
  ['HK', 'Hong Kong'],
  ['MO', 'Macao'],
  ['PS', 'State of Palestine'],
])('names %s as every page does, whatever the engine calls it', (code, name) => {
  expect(valueText('countries', code)).toBe(name);
});
