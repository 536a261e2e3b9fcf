import { setMaxListeners } from 'node:events';
import PgBoss from 'pg-boss';
import type { OpenDatabase } from '../db/client';
import { describeDbError } from '../db/errors';
import { activeRuns } from '../db/queries/job-runs';
import { rawSqlOn } from '../db/raw-sql';
import { log } from '../log';
import { faultOf, KilledError } from './fault';
import { type Job, startWorker, type Worker } from './worker';

export type { Job } from './worker';

export type Runner = {
  /** Asks for a run of a clock's job, within a moment; many at once are one run. */
  ask(jobName: string): void;
  /** Looks now for runs that were asked for by others. */
  look(jobName: string): void;
  /** Ends the jobs: none begins any more, what runs has a moment to finish, and what does not is given back. */
  stop(): Promise<void>;
};

/** What is asked for within this many milliseconds is one run: a burst costs a statement, not one each. */
const ASK_MS = 300;

/** How long a stop waits for what runs, in milliseconds. */
const GRACE_MS = 5_000;

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/**
 * Runs jobs by pg-boss on the product's own database and pool. Several instances share the queues: each run is done by one of
 * them. A run that fails is tried again, later each time, and given up in the end with its reason kept. The worker is our own:
 * pg-boss's tells of a run's end in a promise that nobody waits for, and keeps an error's whole message.
 */
export async function runJobs(
  open: OpenDatabase,
  jobs: readonly Job[],
  { upkeepSeconds = 30, graceMs = GRACE_MS } = {},
): Promise<Runner> {
  const sql = rawSqlOn(open.pool);
  const boss = new PgBoss({
    db: { executeSql: (text, values) => sql.executeSql(text, values) },
    // Long enough to read why a run failed. Those that succeeded are some 3,000 a day.
    archiveFailedAfterSeconds: 7 * DAY,
    archiveCompletedAfterSeconds: HOUR,
    deleteAfterDays: 2,
    // Also for how long, once its time is over, a killed process's run is not noticed yet.
    maintenanceIntervalSeconds: upkeepSeconds,
    // The clock looks rarely: nothing here is due to the second.
    cronMonitorIntervalSeconds: 30,
    cronWorkerIntervalSeconds: 10,
  });
  boss.on('error', (error) => log().error(describeDbError(error), 'the jobs could not reach the database'));
  await boss.start();
  for (const { name, cron } of jobs) if (cron !== undefined) await boss.schedule(name, cron);

  const ending = new AbortController();
  setMaxListeners(jobs.length, ending.signal);
  const workers = new Map(jobs.map((job) => [job.name, startWorker(open, boss, job, ending.signal)]));

  const asked = new Map<string, NodeJS.Timeout>();
  async function pass(jobName: string): Promise<void> {
    asked.delete(jobName);
    try {
      await boss.send(jobName, {});
      workers.get(jobName)?.look();
    } catch (error) {
      log().warn(describeDbError(error), 'a nudge got lost');
    }
  }
  return {
    ask(jobName) {
      if (ending.signal.aborted || asked.has(jobName)) return;
      asked.set(
        jobName,
        setTimeout(() => void pass(jobName), ASK_MS),
      );
    },
    look: (jobName) => workers.get(jobName)?.look(),
    async stop() {
      ending.abort();
      for (const timer of asked.values()) clearTimeout(timer);
      await ended([...workers.values()], graceMs);
      await boss.stop({ graceful: false, close: false });
    },
  };
}

/** Resolves once the workers have ended, or have given back what they could not end. */
async function ended(workers: readonly Worker[], graceMs: number): Promise<void> {
  const all = Promise.all(workers.map((worker) => worker.ended)).then(() => true);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, graceMs, false);
  });
  const isDone = await Promise.race([all, late]);
  clearTimeout(timer);
  if (!isDone) await Promise.all(workers.map((worker) => worker.giveBack()));
}

/**
 * Takes back the runs of the process before, which was killed in the middle of them. Only where there is one process at a time, as
 * on the embedded database; otherwise a run is taken back when its time is over.
 */
export async function takeBackRuns({ db, pool }: OpenDatabase): Promise<void> {
  const sql = rawSqlOn(pool);
  const boss = new PgBoss({ db: { executeSql: (text, values) => sql.executeSql(text, values) } });
  for (const { name, id } of await activeRuns(db)) await boss.fail(name, id, faultOf(new KilledError()));
}
