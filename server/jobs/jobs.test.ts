import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { newId } from '@/lib/new-id';
import { idempotencyKeys, mails, oneTimeLinks } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { inTransaction } from '../db/transaction';
import { nudgeMail, queueMail } from '../mail/queue';
import { startJobs, stopJobs } from '.';
import { type Runner, runTasks, type Task } from './runner';
import { purge } from './tasks';

vi.stubEnv('AUTH_SECRET', 'a secret of this test, 32 characters');
vi.stubEnv('LOG_LEVEL', 'silent');

/** Only a nudge runs a task here. */
const LEAP_DAY = '0 0 29 2 *';

describeOnEachDatabase('the jobs', ({ db, open }) => {
  const runners: Runner[] = [];
  const run = async (task: Omit<Task, 'cron' | 'pollSeconds'>) => {
    const runner = await runTasks(open(), [{ cron: LEAP_DAY, pollSeconds: 60, ...task }]);
    runners.push(runner);
    return runner;
  };
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
    await vi.waitFor(
      async () => {
        const [row] = await db().select().from(mails).where(eq(mails.id, id));
        expect(row?.state).toBe('kept');
      },
      { timeout: 5_000, interval: 50 },
    );
  });

  test('many nudges at once are few runs, and of several instances one does each', async () => {
    let runs = 0;
    const task = {
      name: 'counted',
      run: async () => {
        runs += 1;
        await sleep(300);
      },
    };
    const [first] = await Promise.all([run(task), run(task)]);
    for (let i = 0; i < 20; i += 1) first?.nudge('counted');
    await sleep(1_500);
    expect(runs).toBeGreaterThan(0);
    expect(runs).toBeLessThanOrEqual(3);
  });

  test('a run that fails does not end the later ones', async () => {
    const outcomes: string[] = [];
    const runner = await run({
      name: 'failing',
      run: async () => {
        outcomes.push('run');
        if (outcomes.length === 1) throw new Error('a failure');
      },
    });
    for (const count of [1, 2]) {
      runner.nudge('failing');
      await vi.waitFor(() => expect(outcomes).toHaveLength(count), { timeout: 5_000, interval: 50 });
    }
  });

  test('a stop asks what runs to end, and waits for it', async () => {
    let state = 'waiting';
    const runner = await run({
      name: 'slow',
      run: (signal) =>
        new Promise((resolve) => {
          state = 'running';
          signal.addEventListener('abort', () => {
            state = 'ended';
            resolve();
          });
        }),
    });
    runner.nudge('slow');
    await vi.waitFor(() => expect(state).toBe('running'), { timeout: 5_000, interval: 50 });
    await runner.stop();
    expect(state).toBe('ended');
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
