import { setTimeout as sleep } from 'node:timers/promises';
import type PgBoss from 'pg-boss';
import type { OpenDatabase } from '../db/client';
import { describeDbError } from '../db/errors';
import { hasRetryWaiting } from '../db/queries/job-runs';
import { rawSqlIn } from '../db/raw-sql';
import { inTransaction } from '../db/transaction';
import { log } from '../log';
import { faultOf, OverdueError, StoppedError } from './fault';

/** What a job does in one run. It must be safe to be killed at any point, to run again after it, and to run twice at once. */
export type Job = {
  /** The name of its queue. */
  name: string;
  /** When the clock asks for it, in cron and UTC; without it each run is asked for, with data. */
  cron?: string;
  /** How often each instance looks for it, in seconds; a nudge is noticed at once. */
  pollSeconds: number;
  /**
   * `signal` asks it to end soon: because the process stops, or because its time is nearly up. `more` asks for another run that
   * goes on with the same data.
   */
  run(data: unknown, signal: AbortSignal): Promise<'more' | 'done'>;
};

/** One instance's worker of one queue. */
export type Worker = {
  /** Looks for a run now. */
  look(): void;
  /** Settles once the worker has ended. */
  ended: Promise<void>;
  /** Gives the run in hand back, for another process. */
  giveBack(): Promise<void>;
};

type Taken = PgBoss.JobWithMetadata<Record<string, unknown> | null>;

/** The share of a run's time after which it is asked to end. */
const SOON = 0.75;

/** Takes the job's runs off its queue, one after the other, until `ending` says so. */
export function startWorker(open: OpenDatabase, boss: PgBoss, job: Job, ending: AbortSignal): Worker {
  let inHand: Taken | undefined;
  let waiting = new AbortController();
  let isAsked = false;

  async function loop(): Promise<void> {
    while (!ending.aborted) {
      isAsked = false;
      waiting = new AbortController();
      [inHand] = await boss.fetch<Taken['data']>(job.name, { includeMetadata: true });
      if (inHand) await perform(inHand);
      else if (!isAsked) await pause(job.pollSeconds * 1_000, waiting.signal, ending);
      inHand = undefined;
    }
  }

  async function perform(run: Taken): Promise<void> {
    try {
      const isSuperfluous = await yields(run);
      const outcome = isSuperfluous ? 'done' : await inItsTime(run);
      await settle(run, outcome, isSuperfluous);
    } catch (error) {
      await fail(run, error);
    }
  }

  /** While a run of a clock's job waits for its next try, the wait paces the job: the clock's own turns do nothing. */
  async function yields({ retryCount, data }: Taken): Promise<boolean> {
    return (
      job.cron !== undefined && retryCount === 0 && !data?.asked && (await hasRetryWaiting(open.db, job.name))
    );
  }

  async function inItsTime(run: Taken): Promise<'more' | 'done'> {
    const limitMs = Number(run.expireInSeconds) * 1_000;
    const soon = new AbortController();
    const end = () => soon.abort();
    ending.addEventListener('abort', end);
    const timer = setTimeout(end, limitMs * SOON);
    const over = new AbortController();
    try {
      const overdue = sleep(limitMs, undefined, { signal: over.signal }).then(() => {
        throw new OverdueError();
      });
      return await Promise.race([job.run(run.data, soon.signal), overdue]);
    } finally {
      ending.removeEventListener('abort', end);
      clearTimeout(timer);
      over.abort();
    }
  }

  async function settle(run: Taken, outcome: 'more' | 'done', isSuperfluous: boolean): Promise<void> {
    await inTransaction(open.db, async (tx) => {
      const db = rawSqlIn(tx);
      await boss.complete(job.name, run.id, isSuperfluous ? { skipped: true } : {}, { db });
      if (outcome === 'done') return;
      const { singletonKey } = run;
      await boss.send(job.name, run.data ?? {}, { db, ...(singletonKey !== null && { singletonKey }) });
    });
  }

  async function fail(run: Taken, error: unknown): Promise<void> {
    const isLast = run.retryCount >= run.retryLimit;
    const told = { job: job.name, tries: run.retryCount + 1, ...describeDbError(error), ...faultOf(error) };
    if (isLast) log().error(told, 'a job was given up');
    else log().warn(told, 'a job failed and is tried again');
    // Where this fails too, the run counts as its process's last one and is taken back when its time is over.
    await boss
      .fail(job.name, run.id, faultOf(error))
      .catch((fault: unknown) => log().error(describeDbError(fault), 'a failed job could not be told of'));
  }

  return {
    look() {
      isAsked = true;
      waiting.abort();
    },
    ended: loop(),
    async giveBack() {
      if (inHand) await fail(inHand, new StoppedError());
    },
  };
}

/** Waits until the time is over or one of the signals says otherwise. */
async function pause(ms: number, ...signals: readonly AbortSignal[]): Promise<void> {
  const awake = new AbortController();
  const wake = () => awake.abort();
  for (const signal of signals) {
    if (signal.aborted) return;
    signal.addEventListener('abort', wake);
  }
  await sleep(ms, undefined, { signal: awake.signal }).catch(() => undefined);
  for (const signal of signals) signal.removeEventListener('abort', wake);
}
