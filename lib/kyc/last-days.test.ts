import { expect, test } from 'vitest';
import { lastDays } from './last-days';

test('offers the usual lengths', () => {
  expect(lastDays('2026-11-28', '2027-11-28')).toEqual([
    { months: 3, day: '2027-02-28' },
    { months: 6, day: '2027-05-28' },
    { months: 12, day: '2027-11-28' },
  ]);
});

test('keeps within the limit: a year with a leap day is a year, and what is longer is not offered', () => {
  expect(lastDays('2027-11-28', '2028-11-27').at(-1)).toEqual({ months: 12, day: '2028-11-27' });
  expect(lastDays('2026-11-28', '2027-02-26').map(({ months }) => months)).toEqual([]);
  expect(lastDays('2026-11-28', '2027-06-01').map(({ months }) => months)).toEqual([3, 6]);
});
