import { expect, it } from 'vitest';
import { dayOfLimit, daysBetween } from './relative-day';

it.each([
  ['today', '2026-11-22', '2026-11-22'],
  ['2020-02-29', '2026-11-22', '2020-02-29'],
  ['-18y', '2026-11-22', '2008-11-22'],
  ['-18y', '2028-02-29', '2010-02-28'],
  ['+4y', '2028-02-29', '2032-02-29'],
  ['-3m', '2026-05-31', '2026-02-28'],
  ['-3m', '2026-02-10', '2025-11-10'],
  ['+90d', '2026-11-22', '2027-02-20'],
  ['-1d', '2028-03-01', '2028-02-29'],
  ['tomorrow', '2026-11-22', undefined],
])('the limit %s on %s is the day %s', (limit, today, day) => {
  expect(dayOfLimit(limit, today)).toBe(day);
});

it.each([
  ['2026-11-22', '2026-11-22', 0],
  ['2026-11-22', '2026-12-01', 9],
  ['2026-11-22', '2026-11-20', -2],
  ['2028-02-28', '2028-03-01', 2],
])('from %s to %s it is %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});
