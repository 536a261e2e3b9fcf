import { describe, expect, it } from 'vitest';
import { dashboardCounts } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { counted, freshFor } from './counted';

const START = new Date('2026-11-22T10:00:00Z').getTime();

describe('for how long a count is kept', () => {
  it('is two seconds at least, two hundred times what it took, and five minutes at most', () => {
    expect([0, 10, 100, 1_000, 60_000].map(freshFor)).toEqual([2_000, 2_000, 20_000, 200_000, 300_000]);
  });
});

describeOnEachDatabase('counting for many readers', ({ db }) => {
  /** A book whose counting is told apart by its number, and a clock that the test moves. */
  function book(scope: string) {
    let now = START;
    let counts = 0;
    const behind: Promise<void>[] = [];
    const read = (count: () => Promise<number> = async () => (counts += 1), tenantId = 'tenant-1') =>
      counted({
        db: db(),
        clock: () => new Date(now),
        tenantId,
        scope,
        count,
        behind: (one) => behind.push(one),
      });
    const pass = (ms: number) => {
      now += ms;
    };
    const settle = () => Promise.all(behind);
    return { read, pass, settle, counts: () => counts };
  }

  /** As if counting had taken so long. */
  const slow = (tookMs: number) => db().update(dashboardCounts).set({ tookMs });

  it('counts once for those who come within two seconds, and anew after that', async () => {
    const { read, pass } = book('small');
    const first = await read();
    expect(first).toEqual({ counts: 1, countedAt: '2026-11-22T10:00:00.000Z' });
    pass(1_999);
    expect(await read()).toEqual(first);
    pass(1);
    expect(await read()).toEqual({ counts: 2, countedAt: '2026-11-22T10:00:02.000Z' });
  });

  it('serves the last count of a large book while one counts behind the reader’s back', async () => {
    const { read, pass, settle } = book('large');
    await read();
    await slow(400);
    pass(79_999);
    expect(await read()).toMatchObject({ counts: 1 });
    pass(2);
    expect(await read()).toMatchObject({ counts: 1 });
    await settle();
    expect(await read()).toMatchObject({ counts: 2, countedAt: '2026-11-22T10:01:20.001Z' });
  });

  it('does not show a large book as it was long ago', async () => {
    const { read, pass } = book('forgotten');
    await read();
    await slow(400);
    pass(16 * 60_000);
    expect(await read()).toMatchObject({ counts: 2 });
  });

  it('lets one count while the others are served the last count', async () => {
    const { read, pass } = book('crowded');
    await read();
    pass(5_000);
    let finish: (value: number) => void = () => undefined;
    const counting = read(() => new Promise((resolve) => (finish = resolve)));
    await expect
      .poll(async () => (await db().select().from(dashboardCounts)).some((row) => row.claimedAt))
      .toBe(true);
    const others = await Promise.all(Array.from({ length: 5 }, () => read()));
    for (const other of others) expect(other.counts).toBe(1);
    finish(7);
    expect((await counting).counts).toBe(7);
    expect((await read()).counts).toBe(7);
  });

  it('lets one count for all who come before there is anything to show', async () => {
    const { read, counts } = book('first');
    const all = await Promise.all(Array.from({ length: 6 }, () => read()));
    expect(new Set(all.map((one) => one.counts))).toEqual(new Set([1]));
    expect(counts()).toBe(1);
  });

  it('takes over from who was killed, and gives back the claim of a counting that failed', async () => {
    const { read, pass } = book('killed');
    await db()
      .insert(dashboardCounts)
      .values({ tenantId: 'tenant-1', scope: 'killed/1', claimedAt: new Date(START - 31_000) });
    const failing = () => Promise.reject(new Error('no'));
    await expect(read(failing)).rejects.toThrow('no');
    pass(1);
    expect(await read()).toMatchObject({ counts: 1 });
  });

  it('keeps tenants apart', async () => {
    const { read } = book('shared');
    await read(async () => 11, 'tenant-1');
    expect((await read(async () => 22, 'tenant-2')).counts).toBe(22);
    expect((await read(async () => 33, 'tenant-1')).counts).toBe(11);
  });
});
