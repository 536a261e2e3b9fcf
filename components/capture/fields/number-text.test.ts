import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberOf, numberText, plainNumberText } from './number-text';

it.each([
  ['1234.5', 1234.5],
  ['1,234.5', 1234.5],
  ['1.234,5', 1234.5],
  ['1 234,5', 1234.5],
  ['1’234.5', 1234.5],
  ['12,34,567', 1234567],
  ['-0,5', -0.5],
  ['.5', 0.5],
  ['١٬٢٣٤٫٥', 1234.5],
  ['−3', -3],
])('reads %s as it is meant, whatever the marks', (text, number) =>
  expect(numberOf(text, 'en')).toBe(number),
);

it('reads a single mark as the locale does', () => {
  expect(numberOf('1,500', 'en')).toBe(1500);
  expect(numberOf('1,500', 'de')).toBe(1.5);
  expect(numberOf('1.500', 'en')).toBe(1.5);
  expect(numberOf('1.500', 'de')).toBe(1500);
  expect(numberOf('12,5', 'en')).toBe(12.5);
});

it.each(['', ' ', '12.', 'abc', '1,23,4', '1.2.3', '12,3456,7', '1e5', '--1', '0x10', '1,2.3,4'])(
  'makes no number of %j',
  (text) => expect(numberOf(text, 'en')).toBeUndefined(),
);

it('reads back every number as it writes it', () => {
  const numbers = fc
    .double({ noNaN: true, min: -1e15, max: 1e15 })
    .map((value) => Math.round(value * 1e4) / 1e4);
  fc.assert(
    fc.property(numbers, fc.constantFrom('en', 'de', 'fr', 'de-CH', 'en-IN', 'ar-EG'), (value, locale) => {
      expect(numberOf(numberText(value, locale), locale)).toBeCloseTo(value, 6);
      expect(numberOf(plainNumberText(value, locale), locale)).toBeCloseTo(value, 6);
    }),
  );
});
