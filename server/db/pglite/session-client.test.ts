import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { describeOnEachDatabase } from '../testing';

// The bridge must not be told from a server: the same guarantees on both.
describeOnEachDatabase('a pooled connection', ({ pool, db }) => {
  test('answers after an SQL error, whatever was sent at the same time', async () => {
    const queries = Array.from({ length: 60 }, async (_, i) => {
      if (i % 3 !== 0) return (await db().execute<{ i: number }>(sql`select ${i}::int as i`)).rows[0]?.i;
      return pool()
        .query('select $1::int / 0', [i])
        .then(undefined, (error: { code: string }) => error.code);
    });
    const expected = queries.map((_, i) => (i % 3 === 0 ? '22012' : i));
    expect(await Promise.all(queries)).toEqual(expected);
  });

  test('leaves no transaction behind when it breaks', async () => {
    await pool().query('create table broken (id int)');
    const client = await pool().connect();
    await client.query('begin');
    await client.query('insert into broken values (1)');
    client.release(true);
    const { rows } = await pool().query('select count(*)::int as n from broken');
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('leaves no settings, temporary tables, prepared statements or advisory locks behind when it breaks', async () => {
    const named = { name: 'by-name', text: 'select 1 as one' };
    const client = await pool().connect();
    await client.query(`set application_name = 'left behind'`);
    await client.query('create temporary table left_behind (id int)');
    await client.query('select pg_advisory_lock(42)');
    await client.query(named);
    client.release(true);
    expect((await pool().query(named)).rows).toEqual([{ one: 1 }]);
    const left = async () =>
      (
        await pool().query(
          `select current_setting('application_name') <> 'left behind' as reset,
                  to_regclass('left_behind') is null as dropped,
                  not exists (select from pg_locks where locktype = 'advisory' and objid = 42) as unlocked`,
        )
      ).rows;
    // A server notices a little later that a connection has gone.
    await expect.poll(left, { timeout: 10_000 }).toEqual([{ reset: true, dropped: true, unlocked: true }]);
  });

  test('carries a query with many rows and one with a large value', async () => {
    const { rows } = await pool().query('select g, repeat($1, 10) as v from generate_series(1, 20000) g', [
      'é',
    ]);
    expect(rows.length).toBe(20_000);
    const large = 'x'.repeat(3 * 1024 * 1024);
    expect((await pool().query('select $1::text as v', [large])).rows[0]?.v).toBe(large);
  });

  test('lets timers run while queries follow each other', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    for (let i = 0; i < 300; i += 1) await pool().query('select $1::int', [i]);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });
});
