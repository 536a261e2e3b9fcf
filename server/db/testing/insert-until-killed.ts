import { openPglite } from '../pglite/open';

/** A program for the kill -9 test: inserts rows into the folder named by its argument and prints each id that was acknowledged. */
async function insertUntilKilled(dataDir: string): Promise<never> {
  const { pool } = await openPglite(dataDir);
  await pool.query(
    'create table if not exists acknowledged (id bigint generated always as identity, filler text)',
  );
  for (;;) {
    const { rows } = await pool.query<{ id: string }>(
      `insert into acknowledged (filler) values (repeat('x', 500)) returning id`,
    );
    process.stdout.write(`${rows[0]?.id}\n`);
  }
}

await insertUntilKilled(process.argv[2] ?? '');
