import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { describeOnEachDatabase } from './testing';
import { inTransaction } from './transaction';

describeOnEachDatabase('a transaction', (kit) => {
  beforeEach(async () => {
    await kit.pool().query('drop table if exists accounts');
    await kit.pool().query('create table accounts (id int primary key, amount int not null)');
    await kit.pool().query('insert into accounts values (1, 100), (2, 100)');
  });
  const amounts = async () =>
    (await kit.pool().query('select amount from accounts order by id')).rows.map((row) => row.amount);

  test('is committed when its function resolves, with the result', async () => {
    const result = await inTransaction(kit.db(), async (tx) => {
      await tx.execute(sql`update accounts set amount = 50 where id = 1`);
      return 'done';
    });
    expect(result).toBe('done');
    expect(await amounts()).toEqual([50, 100]);
  });

  test('is rolled back when its function rejects, with the same error', async () => {
    const refusal = new Error('refused');
    const attempt = inTransaction(kit.db(), async (tx) => {
      await tx.execute(sql`update accounts set amount = 0`);
      throw refusal;
    });
    await expect(attempt).rejects.toBe(refusal);
    expect(await amounts()).toEqual([100, 100]);
  });

  test('is rolled back after an SQL error, and the next one works', async () => {
    await expect(
      inTransaction(kit.db(), async (tx) => {
        await tx.execute(sql`update accounts set amount = 0`);
        await tx.execute(sql`insert into accounts values (1, 1)`);
      }),
    ).rejects.toThrow();
    expect(await amounts()).toEqual([100, 100]);
    await inTransaction(kit.db(), (tx) => tx.execute(sql`update accounts set amount = 7 where id = 2`));
    expect(await amounts()).toEqual([100, 7]);
  });

  test('queues up behind others without losing any', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () =>
        inTransaction(kit.db(), (tx) =>
          tx.execute(sql`update accounts set amount = amount + 1 where id = 1`),
        ),
      ),
    );
    expect(await amounts()).toEqual([120, 100]);
  });

  // PGlite has one session, on which two transactions cannot conflict.
  if (kit.kind === 'postgres') {
    describe('in conflict with another', () => {
      test('is run again after a serialization failure', async () => {
        let runs = 0;
        const both = atOnce(2);
        const add = () => {
          let meet: (() => Promise<void>) | undefined = both;
          return inTransaction(
            kit.db(),
            async (tx) => {
              runs += 1;
              const { rows } = await tx.execute<{ total: number }>(
                sql`select sum(amount)::int as total from accounts`,
              );
              // Both have read before either writes, or there would be no conflict.
              await meet?.();
              meet = undefined;
              await tx.execute(
                sql`update accounts set amount = amount + ${rows[0]?.total ?? 0} where id = 1`,
              );
            },
            { isolationLevel: 'serializable' },
          );
        };
        await Promise.all([add(), add()]);
        expect(await amounts()).toEqual([700, 100]);
        expect(runs).toBeGreaterThan(2);
      });

      test('is run again after a deadlock', async () => {
        const both = atOnce(2);
        const add = (first: number, second: number) => {
          let meet: (() => Promise<void>) | undefined = both;
          return inTransaction(kit.db(), async (tx) => {
            await tx.execute(sql`update accounts set amount = amount + 1 where id = ${first}`);
            await meet?.();
            meet = undefined;
            await tx.execute(sql`update accounts set amount = amount + 1 where id = ${second}`);
          });
        };
        await Promise.all([add(1, 2), add(2, 1)]);
        expect(await amounts()).toEqual([102, 102]);
      });
    });
  }

  test('is given up after a bounded number of conflicts', async () => {
    let runs = 0;
    const attempt = inTransaction(kit.db(), async (tx) => {
      runs += 1;
      await tx.execute(sql`do $$ begin raise exception using errcode = '40001'; end $$`);
    });
    await expect(attempt).rejects.toThrow();
    expect(runs).toBe(4);
  });
});

/** A meeting point: each caller waits there for all of them. */
function atOnce(count: number): () => Promise<void> {
  let arrived = 0;
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    arrived += 1;
    if (arrived === count) open();
    return all;
  };
}
