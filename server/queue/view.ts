import { CLOCK_JOBS, type ClockJob, JOB_NAMES, type JobName, nextRunAfter, type Schedule } from '@/lib/jobs';
import type { FailedRun, Health, JobLine, JobsView, WorkProgress } from '@/lib/jobs-view';
import type { OpenDatabase } from '../db/client';
import { countUnsealed } from '../db/queries/audit';
import { listProgress, type ProgressRow } from '../db/queries/job-progress';
import {
  clockLooks,
  countRuns,
  type GivenUp,
  givenUpRuns,
  type LastRun,
  lastRuns,
  type QueueCounts,
} from '../db/queries/job-runs';
import { countMails } from '../db/queries/mails';

/** The clock looks every 30 seconds; after this long, in milliseconds, it stands still. */
const CLOCK_LATE_MS = 2 * 60_000;

/** How many failed runs and pieces of long work are read at most. */
const SHOWN_RUNS = 200;
const SHOWN_PIECES = 20;

/** For how long a finished piece of work is shown, in milliseconds. */
const FINISHED_SHOWN_MS = 24 * 60 * 60_000;

/** The state of all jobs, and of a tenant's mails, trail and long work. */
export async function readJobs({ db, kind }: OpenDatabase, tenantId: string, now: Date): Promise<JobsView> {
  const counts = await countRuns(db);
  const last = await lastRuns(db);
  const failed = (await givenUpRuns(db, SHOWN_RUNS)).flatMap(failedRun);
  const clock = await clockLooks(db);
  const mails = await countMails(db, tenantId);
  const pieces = await listProgress(db, tenantId, SHOWN_PIECES);
  const health: Health = {
    database: kind,
    clockAt: iso(clock.at),
    isClockLate: clock.at === null || clock.now - clock.at > CLOCK_LATE_MS,
    mailsWaiting: mails.queued,
    mailsFailed: mails.failed,
    eventsUnsealed: await countUnsealed(db, tenantId),
  };
  const jobs = JOB_NAMES.map((name) =>
    jobLine(
      name,
      now,
      counts.find((one) => one.name === name),
      last.find((one) => one.name === name),
      failed,
    ),
  );
  const isShown = ({ finishedAt }: ProgressRow) =>
    finishedAt === null || now.getTime() - finishedAt.getTime() < FINISHED_SHOWN_MS;
  return { health, jobs, failed, progress: pieces.filter(isShown).map(workProgress) };
}

function jobLine(
  name: JobName,
  now: Date,
  counts: QueueCounts | undefined,
  last: LastRun | undefined,
  failed: readonly FailedRun[],
): JobLine {
  const schedule = scheduleOf(name);
  const retryAt = iso(counts?.retryAt ?? null);
  return {
    name,
    nextAt: schedule ? nextRunAfter(schedule, now).toISOString() : null,
    waiting: counts?.waiting ?? 0,
    running: counts?.running ?? 0,
    failed: failed.filter(({ job, state }) => job === name && state === 'open').length,
    retry:
      retryAt === null
        ? null
        : { at: retryAt, attempt: (counts?.retryCount ?? 0) + 2, of: (counts?.retryLimit ?? 0) + 1 },
    last: last
      ? {
          endedAt: new Date(last.endedAt).toISOString(),
          tookMs: Math.round(last.tookMs),
          outcome: last.state,
        }
      : null,
  };
}

/** None for a queue of another version's job. */
function failedRun({ id, name, failedAt, tries, output, isTakenUp, isFollowed }: GivenUp): FailedRun[] {
  const job = JOB_NAMES.find((known) => known === name);
  if (!job) return [];
  const state = isTakenUp ? 'takenUp' : isFollowed && scheduleOf(job) ? 'madeGood' : 'open';
  const text = (key: string) => (typeof output?.[key] === 'string' ? output[key] : undefined);
  // A run whose process died has pg-boss's own words, without a class.
  const fault = text('fault') ?? 'KilledError';
  const codes = [text('code'), text('constraint') ?? text('table')].filter((code) => code !== undefined);
  return [{ id, job, failedAt: new Date(failedAt).toISOString(), tries, fault, codes, state }];
}

function scheduleOf(job: JobName): Schedule | undefined {
  return job in CLOCK_JOBS ? CLOCK_JOBS[job as ClockJob] : undefined;
}

function workProgress({ key, job, note, done, total, ...row }: ProgressRow): WorkProgress {
  return {
    key,
    job,
    note,
    done,
    total,
    startedAt: row.startedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

function iso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
