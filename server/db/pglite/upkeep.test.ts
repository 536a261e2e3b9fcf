import { expect, test } from 'vitest';
import { freshDatabase } from '../testing';
import { upkeep } from './upkeep';

test('tables that have changed are analysed, those with dead rows vacuumed, and a long log is checkpointed, once each', async () => {
  const { pool, close } = await freshDatabase('pglite');
  await upkeep(pool);
  await pool.query('create table grown (id int, v text)');
  await pool.query(`insert into grown select g, repeat('x', 1900) from generate_series(1, 20000) g`);
  // A session reports its counts once a second at most, and at once only when told to.
  await pool.query('select pg_stat_force_next_flush()');
  expect(await upkeep(pool)).toEqual(['analyze public.grown', 'checkpoint']);
  expect(await upkeep(pool)).toEqual([]);

  await pool.query('delete from grown where id % 2 = 0');
  await pool.query('select pg_stat_force_next_flush()');
  expect(await upkeep(pool)).toContain('vacuum (analyze) public.grown');
  const { rows } = await pool.query(`select reltuples::int as n from pg_class where relname = 'grown'`);
  expect(rows).toEqual([{ n: 10_000 }]);
  await close();
});
