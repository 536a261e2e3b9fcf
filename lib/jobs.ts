/** How often the clock asks for a job. Times of day are UTC. */
export type Schedule =
  | { every: 'minute' }
  | { every: 'hour'; minute: number }
  | { every: 'day'; hour: number; minute: number };

/** What the product does by the clock, in the order in which the page of jobs shows it. */
export const CLOCK_JOBS = {
  'send-mail': { every: 'minute' },
  'seal-audit-trail': { every: 'minute' },
  // Once an hour, so that a day is not lost to a process that was down; a warning is given once all the same.
  'warn-of-expiry': { every: 'hour', minute: 47 },
  // A day ends at midnight UTC: what ends with it has ended for everybody a moment later.
  'assess-expired': { every: 'hour', minute: 0 },
  'open-reviews': { every: 'hour', minute: 1 },
  'seal-documents': { every: 'hour', minute: 27 },
  'sweep-documents': { every: 'day', hour: 3, minute: 37 },
  purge: { every: 'hour', minute: 17 },
} as const satisfies Record<string, Schedule>;
export type ClockJob = keyof typeof CLOCK_JOBS;
export const CLOCK_JOB_NAMES = Object.keys(CLOCK_JOBS) as ClockJob[];

/** What a change asks to be done behind it, each piece with data of its own (`server/queue/work.ts`). */
export const WORK_JOBS = ['reassess', 'reschedule', 'try-model'] as const;
export type WorkJob = (typeof WORK_JOBS)[number];

/** Every job; each has a queue of its name. */
export const JOB_NAMES: readonly JobName[] = [...CLOCK_JOB_NAMES, ...WORK_JOBS];
export type JobName = ClockJob | WorkJob;

/** The schedule as cron says it. */
export function cronOf(schedule: Schedule): string {
  if (schedule.every === 'minute') return '* * * * *';
  return `${schedule.minute} ${schedule.every === 'hour' ? '*' : schedule.hour} * * *`;
}

const STEP_MS = { minute: 60_000, hour: 60 * 60_000, day: 24 * 60 * 60_000 };

/** The first moment after `now` that the schedule names. */
export function nextRunAfter(schedule: Schedule, now: Date): Date {
  const step = STEP_MS[schedule.every];
  const minute = schedule.every === 'minute' ? 0 : schedule.minute;
  const offset = (schedule.every === 'day' ? schedule.hour * STEP_MS.hour : 0) + minute * STEP_MS.minute;
  return new Date(Math.floor((now.getTime() - offset) / step + 1) * step + offset);
}
