import { expect, test } from 'vitest';
import { cronOf, nextRunAfter, type Schedule } from './jobs';

const minute: Schedule = { every: 'minute' };
const hourly: Schedule = { every: 'hour', minute: 47 };
const daily: Schedule = { every: 'day', hour: 3, minute: 37 };

test.each([
  [minute, '2026-03-08T12:00:00Z', '2026-03-08T12:01:00Z'],
  [minute, '2026-03-08T12:00:59Z', '2026-03-08T12:01:00Z'],
  [hourly, '2026-03-08T12:46:59Z', '2026-03-08T12:47:00Z'],
  [hourly, '2026-03-08T12:47:00Z', '2026-03-08T13:47:00Z'],
  [daily, '2026-03-08T03:36:00Z', '2026-03-08T03:37:00Z'],
  [daily, '2026-02-28T03:38:00Z', '2026-03-01T03:37:00Z'],
])('after %j at %s comes %s', (schedule, now, next) => {
  expect(nextRunAfter(schedule, new Date(now))).toEqual(new Date(next));
});

test('a schedule is told in cron', () => {
  expect([minute, hourly, daily].map(cronOf)).toEqual(['* * * * *', '47 * * * *', '37 3 * * *']);
});
