import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { newId } from '@/lib/new-id';
import { type DatabaseKind, type OpenDatabase, openDatabase } from '../db/client';
import { makeQueues } from '../db/queues';
import { rawSqlOn } from '../db/raw-sql';
import { describeOnEachDatabase, freshDatabase } from '../db/testing';
import { freshDataDir } from '../db/testing/data-dir';
import { eventually } from '../db/testing/eventually';
import { countUp, LAST } from '../db/testing/work-until-killed';
import { inTransaction } from '../db/transaction';
import { sendRun } from '../queue/boss';
import { enqueue } from '../queue/enqueue';
import { type Runner, runJobs, takeBackRuns } from './runner';

vi.stubEnv('LOG_LEVEL', 'silent');

const RULES = { retryLimit: 2, retryDelay: 1, expireInSeconds: 60 };
const runners: Runner[] = [];
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
});

describeOnEachDatabase('work that several instances share', ({ db, open, pool }) => {
  test('fifty pieces are done once each, by both of two instances', async () => {
    await makeQueues(rawSqlOn(pool()), ['shared'], RULES);
    const done: { by: string; n: unknown }[] = [];
    const instance = async (by: string) => {
      const job = {
        name: 'shared',
        pollSeconds: 2,
        run: async (data: unknown) => {
          await sleep(5);
          done.push({ by, n: (data as { n: number }).n });
          return 'done' as const;
        },
      };
      runners.push(await runJobs(open(), [job]));
    };
    await Promise.all([instance('a'), instance('b')]);
    await inTransaction(db(), async (tx) => {
      for (let n = 1; n <= 50; n += 1) await sendRun(tx, 'shared', { n }, { key: newId() });
    });
    for (const runner of runners) runner.look('shared');
    await eventually(() => expect(done).toHaveLength(50));
    expect(new Set(done.map(({ n }) => n)).size).toBe(50);
    expect(new Set(done.map(({ by }) => by)).size).toBe(2);
  });

  test('what is left of a piece is done by its next run', async () => {
    await makeQueues(rawSqlOn(pool()), ['sliced'], RULES);
    await inTransaction(db(), (tx) => sendRun(tx, 'sliced', { of: 'cake' }, { key: 'cake' }));
    const slices: unknown[] = [];
    const job = {
      name: 'sliced',
      pollSeconds: 2,
      run: async (data: unknown) => {
        slices.push(data);
        return slices.length < 3 ? ('more' as const) : ('done' as const);
      },
    };
    runners.push(await runJobs(open(), [job]));
    await eventually(() => expect(slices).toHaveLength(3));
    expect(slices).toEqual(Array.from({ length: 3 }, () => ({ of: 'cake' })));
    await eventually(async () => {
      const { rows } = await pool().query(
        `select state, singleton_key as key from pgboss.job where name = 'sliced'`,
      );
      expect(rows).toEqual(Array.from({ length: 3 }, () => ({ state: 'completed', key: 'cake' })));
    });
  });
});

describe('work whose process is killed in the middle', () => {
  const PROGRAM = ['--conditions=react-server', '--import=tsx', 'server/db/testing/work-until-killed.ts'];

  /** Runs the program until a part of the work is done. */
  async function workAndKill(where: string): Promise<void> {
    const child = spawn(process.execPath, [...PROGRAM, where], { stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = once(child, 'close');
    await once(child.stdout, 'data');
    await sleep(200);
    child.kill('SIGKILL');
    await closed;
  }

  async function prepare({ db, pool }: OpenDatabase): Promise<void> {
    await makeQueues(rawSqlOn(pool), ['reassess'], { ...RULES, expireInSeconds: 4 });
    await pool.query('create table counted (n int)');
    await inTransaction(db, (tx) => enqueue(tx, 'reassess', { tenantId: 'main', modelVersion: 1 }));
  }

  const numbers = async ({ pool }: OpenDatabase) =>
    (await pool.query<{ n: number }>('select n from counted order by n')).rows.map(({ n }) => n);

  /** A new process's jobs end the work, and each number is there once. */
  async function finish(open: OpenDatabase): Promise<void> {
    const counted = (await numbers(open)).length;
    expect(counted).toBeGreaterThan(0);
    expect(counted).toBeLessThan(LAST);
    const run = (_data: unknown, signal: AbortSignal) => countUp(open, signal);
    const job = { name: 'reassess', pollSeconds: 2, run };
    runners.push(await runJobs(open, [job], { upkeepSeconds: 1 }));
    await eventually(async () => expect(await numbers(open)).toHaveLength(LAST));
    expect(await numbers(open)).toEqual(Array.from({ length: LAST }, (_, index) => index + 1));
    await eventually(async () => {
      const { rows } = await open.pool.query('select state from pgboss.job');
      expect(rows.map(({ state }: { state: string }) => state)).not.toContain('active');
    });
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
  }

  test.each<DatabaseKind>(['postgres', 'pglite'])('is ended by the next one (%s)', async (kind) => {
    if (kind === 'postgres') {
      const open = await freshDatabase('postgres');
      await prepare(open);
      await workAndKill(open.pool.options.connectionString ?? '');
      await finish(open);
      await open.close();
      return;
    }
    const dataDir = freshDataDir();
    const before = await openDatabase({ dataDir });
    await prepare(before);
    await before.close();
    await workAndKill(dataDir);
    const open = await openDatabase({ dataDir });
    await takeBackRuns(open);
    await finish(open);
    await open.close();
  });
});
