import { setTimeout as sleep } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { newId } from '@/lib/new-id';
import { makeQueues, type QueueRules } from '../db/queues';
import { rawSqlOn } from '../db/raw-sql';
import { idempotencyKeys, mails, oneTimeLinks } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { eventually } from '../db/testing/eventually';
import { inTransaction } from '../db/transaction';
import { nudgeMail, queueMail } from '../mail/queue';
import { startJobs, stopJobs } from '.';
import { type Job, type Runner, runJobs } from './runner';
import { purge } from './tasks';

vi.stubEnv('AUTH_SECRET', 'a secret of this test, 32 characters');
vi.stubEnv('LOG_LEVEL', 'silent');

/** Only a nudge runs a task here. */
const LEAP_DAY = '0 0 29 2 *';

const QUICK: QueueRules = { retryLimit: 2, retryDelay: 1, expireInSeconds: 60 };

describeOnEachDatabase('the jobs', ({ db, open, pool }) => {
  const runners: Runner[] = [];
  const run = async (job: Omit<Job, 'cron' | 'pollSeconds'>, rules: Partial<QueueRules> = {}) => {
    await makeQueues(rawSqlOn(pool()), [job.name], { ...QUICK, ...rules });
    const runner = await runJobs(open(), [{ cron: LEAP_DAY, pollSeconds: 2, ...job }], { graceMs: 1_000 });
    runners.push(runner);
    return runner;
  };
  /** The states of a job's runs, sorted. */
  const states = async (name: string) =>
    (
      await pool().query<{ state: string }>('select state::text from pgboss.job where name = $1 order by 1', [
        name,
      ])
    ).rows.map(({ state }) => state);
  afterEach(async () => {
    await Promise.all([stopJobs(), ...runners.splice(0).map((runner) => runner.stop())]);
  });

  test('a mail goes out right after it was queued and nudged', async () => {
    await startJobs();
    await startJobs();
    const id = newId();
    const mail = {
      kind: 'welcome',
      tenantId: 'main',
      recipient: 'jana@example.test',
      submissionId: null,
      values: {
        customerName: 'Jana',
        employeeName: 'Rania',
        submissionId: 's',
        url: 'https://kyc.example/set-password#t',
        minutes: 60,
      },
    } as const;
    await inTransaction(db(), (tx) => queueMail(tx, mail, new Date(), id));
    nudgeMail();
    await eventually(async () => {
      const [row] = await db().select().from(mails).where(eq(mails.id, id));
      expect(row?.state).toBe('kept');
    });
  });

  test('many nudges at once are few runs, and of several instances one does each', async () => {
    let runs = 0;
    const task: Parameters<typeof run>[0] = {
      name: 'counted',
      run: async () => {
        runs += 1;
        await sleep(300);
        return 'done';
      },
    };
    const first = await run(task);
    await run(task);
    for (let i = 0; i < 20; i += 1) first.ask('counted');
    await sleep(1_500);
    expect(runs).toBeGreaterThan(0);
    expect(runs).toBeLessThanOrEqual(3);
  });

  test('a run that fails is tried again, later each time, until it succeeds', async () => {
    const tries: number[] = [];
    const runner = await run({
      name: 'failing',
      run: async () => {
        tries.push(Date.now());
        if (tries.length < 3) throw new Error('a failure');
        return 'done';
      },
    });
    runner.ask('failing');
    await eventually(() => expect(tries).toHaveLength(3));
    expect((tries[1] ?? 0) - (tries[0] ?? 0)).toBeGreaterThan(900);
    expect((tries[2] ?? 0) - (tries[1] ?? 0)).toBeGreaterThan(1_900);
    await eventually(async () => expect(await states('failing')).toEqual(['completed']));
  });

  test('while a run waits for its next try, the turns of the clock do nothing', async () => {
    let runs = 0;
    const job: Parameters<typeof run>[0] = {
      name: 'paced',
      run: () => {
        runs += 1;
        return Promise.reject(new Error('a failure'));
      },
    };
    const runner = await run(job, { retryDelay: 60 });
    runner.ask('paced');
    await eventually(async () => expect(await states('paced')).toEqual(['retry']));
    runner.ask('paced');
    await eventually(async () => expect(await states('paced')).toEqual(['completed', 'retry']));
    expect(runs).toBe(1);
  });

  test('after the last try a run is given up, and why is kept without a value', async () => {
    await pool().query('create table secrets_of_people (word text unique)');
    const runner = await run(
      {
        name: 'hopeless',
        run: async () => {
          await db().execute(sql`insert into secrets_of_people values ('Jana'), ('Jana')`);
          return 'done';
        },
      },
      { retryLimit: 1 },
    );
    runner.ask('hopeless');
    await eventually(async () => expect(await states('hopeless')).toEqual(['failed']));
    const { rows } = await pool().query(`select output, retry_count from pgboss.job where name = 'hopeless'`);
    expect(rows).toEqual([
      {
        output: {
          fault: 'DatabaseError',
          code: '23505',
          table: 'secrets_of_people',
          constraint: 'secrets_of_people_word_key',
        },
        retry_count: 1,
      },
    ]);
  });

  test('a run that does not end in its time fails, and its worker goes on', async () => {
    let runs = 0;
    let isAsked = false;
    const runner = await run(
      {
        name: 'hanging',
        run: (_data, signal) => {
          runs += 1;
          signal.addEventListener('abort', () => {
            isAsked = true;
          });
          return runs === 1 ? new Promise(() => undefined) : Promise.resolve('done');
        },
      },
      { expireInSeconds: 1 },
    );
    runner.ask('hanging');
    await eventually(() => expect(runs).toBe(2));
    expect(isAsked).toBe(true);
    await eventually(async () => expect(await states('hanging')).toEqual(['completed']));
  });

  test('a stop asks what runs to end, and waits for it', async () => {
    let state = 'waiting';
    const runner = await run({
      name: 'slow',
      run: (_data, signal) =>
        new Promise((resolve) => {
          state = 'running';
          signal.addEventListener('abort', () => {
            state = 'ended';
            resolve('done');
          });
        }),
    });
    runner.ask('slow');
    await eventually(() => expect(state).toBe('running'));
    await runner.stop();
    expect(state).toBe('ended');
  });

  test('a run that does not end with its process is given back, for another one', async () => {
    let isRunning = false;
    const runner = await run({
      name: 'stubborn',
      run: () => {
        isRunning = true;
        return new Promise(() => undefined);
      },
    });
    runner.ask('stubborn');
    await eventually(() => expect(isRunning).toBe(true));
    await runner.stop();
    expect(await states('stubborn')).toEqual(['retry']);
  });

  test('answers older than a day and links expired for a week are purged, and no others', async () => {
    const at = new Date('2026-03-08T12:00:00Z');
    const before = (hours: number) => new Date(at.getTime() - hours * 60 * 60_000);
    for (const hours of [23, 25]) {
      await db()
        .insert(idempotencyKeys)
        .values({
          clientId: 'c',
          operation: 'addCustomer',
          key: `${hours}`,
          inputHash: 'h',
          createdAt: before(hours),
        });
    }
    for (const days of [6, 8]) {
      const expiresAt = before(days * 24);
      await db()
        .insert(oneTimeLinks)
        .values({
          id: `${days}`,
          tenantId: 'main',
          purpose: 'first_admin',
          subjectId: '',
          tokenHash: `${days}`,
          expiresAt,
          createdAt: expiresAt,
        });
    }
    await purge(db(), at);
    expect((await db().select().from(idempotencyKeys)).map(({ key }) => key)).toEqual(['23']);
    expect((await db().select().from(oneTimeLinks)).map(({ id }) => id)).toEqual(['6']);
  });
});
