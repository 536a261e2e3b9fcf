import { describe, expect, test } from 'vitest';
import { newId } from '@/lib/new-id';
import type { Tx } from '../db/client';
import { findProgress } from '../db/queries/job-progress';
import { describeOnEachDatabase } from '../db/testing';
import { inTransaction } from '../db/transaction';
import { enqueue } from './enqueue';
import { nudgeJob, onJobNudge } from './nudge';
import { type LongWork, workThrough } from './progress';

describeOnEachDatabase('asking for work', ({ db, pool }) => {
  const waiting = async () =>
    (
      await pool().query(
        `select data, singleton_key as key from pgboss.job where name = 'reassess' order by 2`,
      )
    ).rows;
  const ask = (tx: Tx, modelVersion: number, key?: string) =>
    enqueue(tx, 'reassess', { tenantId: 'main', modelVersion }, { key });

  test('leaves nothing behind in a transaction that is rolled back', async () => {
    const failing = inTransaction(db(), async (tx) => {
      expect(await ask(tx, 1)).toBe(true);
      throw new Error('a failure');
    });
    await expect(failing).rejects.toThrow('a failure');
    expect(await waiting()).toEqual([]);
  });

  test('holds with the transaction, and one key waits once', async () => {
    await inTransaction(db(), async (tx) => {
      expect(await ask(tx, 2, 'a')).toBe(true);
      expect(await ask(tx, 3, 'a')).toBe(false);
      expect(await ask(tx, 4, 'b')).toBe(true);
    });
    const data = (modelVersion: number) => ({ tenantId: 'main', modelVersion });
    expect(await waiting()).toEqual([
      { data: data(2), key: 'a' },
      { data: data(4), key: 'b' },
    ]);
  });

  test('refuses data of another shape', async () => {
    const asked = inTransaction(db(), (tx) => ask(tx, 0.5));
    await expect(asked).rejects.toThrow('modelVersion');
  });
});

describeOnEachDatabase('a long piece of work', ({ db, pool }) => {
  /** Goes through the numbers up to `last`, `size` a batch, and keeps what it did in a table. */
  function counting(key: string, last: number, size: number, signal: AbortSignal): LongWork {
    return {
      db: db(),
      job: 'reassess',
      tenantId: 'main',
      key,
      count: () => Promise.resolve(last),
      clock: () => new Date('2026-03-01T10:00:00Z'),
      signal,
      async batch(tx, cursor) {
        const from = Number(cursor ?? 0);
        const to = Math.min(last, from + size);
        for (let n = from + 1; n <= to; n += 1) await tx.execute(`insert into done_numbers values (${n})`);
        return { done: to - from, cursor: to === last ? null : `${to}` };
      },
    };
  }
  const numbers = async () =>
    (await pool().query<{ n: number }>('select n from done_numbers order by n')).rows.map(({ n }) => n);
  const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
  const signal = new AbortController().signal;
  const makeTable = () =>
    pool().query('create table if not exists done_numbers (n int); delete from done_numbers');

  test('stops when it is asked to, and the next run goes on behind it', async () => {
    await makeTable();
    const key = newId();
    const ending = new AbortController();
    const work = counting(key, 10, 3, ending.signal);
    const { batch } = work;
    const first = workThrough({
      ...work,
      batch: (tx, cursor) => {
        if (cursor === '3') ending.abort();
        return batch(tx, cursor);
      },
    });
    expect(await first).toBe('more');
    expect(await findProgress(db(), key)).toMatchObject({
      done: 6,
      total: 10,
      cursor: '6',
      finishedAt: null,
    });
    expect(await workThrough(counting(key, 10, 3, signal))).toBe('done');
    expect(await findProgress(db(), key)).toMatchObject({ done: 10, finishedAt: expect.any(Date) });
    expect(await numbers()).toEqual(upTo(10));
  });

  test('keeps nothing of a batch that fails', async () => {
    await makeTable();
    const key = newId();
    const work = counting(key, 9, 3, signal);
    const { batch } = work;
    const failing = workThrough({
      ...work,
      batch: async (tx, cursor) => {
        const outcome = await batch(tx, cursor);
        if (cursor === '3') throw new Error('a failure');
        return outcome;
      },
    });
    await expect(failing).rejects.toThrow('a failure');
    expect(await numbers()).toEqual(upTo(3));
    expect(await findProgress(db(), key)).toMatchObject({ done: 3, cursor: '3' });
  });

  test('is done once by two that work on it at the same time, and never again under the same key', async () => {
    await makeTable();
    const key = newId();
    const run = () => workThrough(counting(key, 40, 2, signal));
    expect(await Promise.all([run(), run()])).toEqual(['done', 'done']);
    expect(await run()).toBe('done');
    expect(await numbers()).toEqual(upTo(40));
    expect(await findProgress(db(), key)).toMatchObject({ done: 40 });
  });
});

describe('a nudge', () => {
  test('reaches those who listen, until they no longer do', () => {
    const heard: string[] = [];
    const deafen = onJobNudge((job) => heard.push(job));
    nudgeJob('reassess');
    deafen();
    nudgeJob('purge');
    expect(heard).toEqual(['reassess']);
  });
});
