import PgBoss from 'pg-boss';
import type { OpenDatabase } from '../db/client';
import { describeDbError } from '../db/errors';
import { log } from '../log';

/** A piece of work that repeats. It must be safe to be killed at any point and to run twice at once. */
export type Task = {
  /** The name of its queue: letters, digits, hyphens. */
  name: string;
  /** When it is due at the latest: cron, in UTC, to the minute. */
  cron: string;
  /** How often each instance looks for it, in seconds; a nudge is noticed at once. */
  pollSeconds: number;
  run(signal: AbortSignal): Promise<void>;
};

export type Runner = {
  /** Runs a task within a moment; many nudges at once are one run. */
  nudge(taskName: string): void;
  /** Ends the tasks: none begins any more, and what runs has a moment to finish. */
  stop(): Promise<void>;
};

/** Nudges within this many milliseconds are one: what comes in a burst costs a statement a burst, not one each. */
const NUDGE_MS = 300;

/** How long a stop waits for what runs, in milliseconds. */
const GRACE_MS = 5_000;

/**
 * Runs tasks by pg-boss on the product's own database and pool. Several instances share the queues: each run is done by one
 * of them. A run that fails is logged and comes again with the next turn.
 */
export async function runTasks(open: OpenDatabase, tasks: readonly Task[]): Promise<Runner> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => executeSql(open.pool, text, values) },
    // Finished runs tell nothing after a while; without this there are some 3,000 of them a day.
    archiveCompletedAfterSeconds: 60 * 60,
    archiveFailedAfterSeconds: 24 * 60 * 60,
    deleteAfterDays: 1,
    maintenanceIntervalSeconds: 10 * 60,
    // The clock looks rarely: nothing here is due to the second.
    cronMonitorIntervalSeconds: 30,
    cronWorkerIntervalSeconds: 10,
  });
  boss.on('error', (error) => log().error(describeDbError(error), 'the jobs could not reach the database'));
  await oneAtATime(open, async () => {
    await boss.start();
    for (const { name, cron } of tasks) {
      // `short`: at most one run waits, however many are asked for.
      await boss.createQueue(name, { name, policy: 'short', retryLimit: 0 });
      await boss.schedule(name, cron);
    }
  });
  const ending = new AbortController();
  const workers = new Map<string, string>();
  for (const task of tasks) {
    const options = { pollingIntervalSeconds: task.pollSeconds, batchSize: 1 };
    workers.set(task.name, await boss.work(task.name, options, () => runOnce(task, ending.signal)));
  }

  async function nudge(taskName: string): Promise<void> {
    await boss.send(taskName, {}, { retryLimit: 0 });
    const worker = workers.get(taskName);
    if (worker !== undefined) boss.notifyWorker(worker);
  }
  const nudged = new Map<string, NodeJS.Timeout>();
  function passOn(taskName: string): void {
    nudged.delete(taskName);
    nudge(taskName).catch((error: unknown) => log().warn(describeDbError(error), 'a nudge got lost'));
  }
  return {
    nudge(taskName) {
      if (ending.signal.aborted || nudged.has(taskName)) return;
      nudged.set(taskName, setTimeout(passOn, NUDGE_MS, taskName));
    },
    async stop() {
      ending.abort();
      for (const timer of nudged.values()) clearTimeout(timer);
      await boss.stop({ graceful: true, timeout: GRACE_MS, close: false });
    },
  };
}

/** Any number that no other program uses on the same database. */
const START_LOCK = 7_214_902_612;

/**
 * Lets instances that start together make the queues in turn: each queue is a table, and two that make the same one at once
 * fail. The embedded database has one process, and one session, which the lock would keep from the work.
 */
async function oneAtATime({ kind, pool }: OpenDatabase, work: () => Promise<void>): Promise<void> {
  if (kind === 'pglite') return work();
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [START_LOCK]);
    await work();
  } finally {
    // Ends the session, and with it the lock.
    client.release(true);
  }
}

async function runOnce(task: Task, signal: AbortSignal): Promise<void> {
  try {
    await task.run(signal);
  } catch (error) {
    log().error({ task: task.name, ...describeDbError(error) }, 'a job failed');
  }
}

/** A connection that saw an error is thrown away: pg-boss sends whole transactions as one text, which may be left open. */
async function executeSql(pool: OpenDatabase['pool'], text: string, values: unknown[]) {
  const client = await pool.connect();
  try {
    const result = await client.query(text, values);
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
