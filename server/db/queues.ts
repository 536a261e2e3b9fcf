import PgBoss from 'pg-boss';
import { JOB_NAMES } from '@/lib/jobs';

/** What holds for the runs of a queue, in seconds. */
export type QueueRules = {
  /** How many times a run is tried again before it is given up. */
  retryLimit: number;
  /** The first wait before a try; it doubles each time, with some chance in it. */
  retryDelay: number;
  /** After this long a run's process is taken for dead, and the run for another process to do. */
  expireInSeconds: number;
};

/** Five more tries within 10 to 20 minutes. No run takes two minutes: long work ends in time and goes on in the next run. */
const RULES: QueueRules = { retryLimit: 5, retryDelay: 20, expireInSeconds: 2 * 60 };

/** pg-boss's own, through which its clock asks for runs. Two processes that make a queue at once would lock each other out. */
const CLOCK_QUEUE = '__pgboss__send-it';

/**
 * Makes pg-boss's tables and the product's queues, and brings the rules of those that are there up to date. It belongs to the
 * migrations, so that whoever has an open database can ask for a run in a transaction of it.
 */
export async function migrateQueues(sql: PgBoss.Db): Promise<void> {
  const boss = new PgBoss({ db: sql, supervise: false, schedule: false });
  await boss.start();
  await boss.createQueue(CLOCK_QUEUE);
  await makeQueues(sql, JOB_NAMES, RULES);
  await boss.stop({ graceful: false, close: false });
}

/** Makes queues with one set of rules, or gives it to them. */
export async function makeQueues(sql: PgBoss.Db, names: readonly string[], rules: QueueRules): Promise<void> {
  const boss = new PgBoss({ db: sql });
  const there = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  for (const name of names) {
    // `short`: of the runs that ask for the same at most one waits, however many are asked for.
    const options = { name, policy: 'short', retryBackoff: true, ...rules } as const;
    const now = there.get(name);
    if (!now) await boss.createQueue(name, options);
    else if (Object.entries(options).some(([rule, value]) => now[rule as keyof typeof now] !== value)) {
      await boss.updateQueue(name, options);
    }
  }
}
