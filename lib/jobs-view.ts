import type { JobName, WorkJob } from './jobs';

/** A job as the page of jobs shows it; moments are ISO 8601. */
export type JobLine = {
  name: JobName;
  /** When the clock asks for it next; null of what is asked for by changes only. */
  nextAt: string | null;
  /** Runs that wait for a worker, a next try aside. */
  waiting: number;
  running: number;
  /** Runs that were given up, and that nothing has made good since. */
  failed: number;
  /** The next try of a run that failed, and which of how many it is. */
  retry: { at: string; attempt: number; of: number } | null;
  /** The last run that ended, in the last two days. */
  last: { endedAt: string; tookMs: number; outcome: 'completed' | 'failed' } | null;
};

/** A run that was given up within the last week. */
export type FailedRun = {
  id: string;
  job: JobName;
  failedAt: string;
  tries: number;
  /** The class of the last try's fault. */
  fault: string;
  /** Its code, and what it concerned in the database. */
  codes: string[];
  /** `open`: nobody and nothing has seen to it. `takenUp`: somebody ran it again. `madeGood`: a later run by the clock succeeded. */
  state: 'open' | 'takenUp' | 'madeGood';
};

/** How far a long piece of work has come. */
export type WorkProgress = {
  key: string;
  job: WorkJob;
  note: string | null;
  done: number;
  total: number;
  startedAt: string;
  updatedAt: string;
  finishedAt: string | null;
};

/** What keeps the rest going. */
export type Health = {
  database: 'pglite' | 'postgres';
  /** When the clock last looked at what is due; null before its first look. */
  clockAt: string | null;
  /** Whether that is too long ago. */
  isClockLate: boolean;
  mailsWaiting: number;
  mailsFailed: number;
  /** Events that have no place in the audit trail's chain yet. */
  eventsUnsealed: number;
};

/** All that the page of jobs shows. */
export type JobsView = { health: Health; jobs: JobLine[]; failed: FailedRun[]; progress: WorkProgress[] };

/** Whether something is under way, so that it is worth looking again soon. */
export function isUnderWay({ jobs, progress }: JobsView): boolean {
  return (
    jobs.some(({ running, waiting }) => running + waiting > 0) ||
    progress.some(({ finishedAt }) => finishedAt === null)
  );
}
