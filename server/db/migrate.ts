import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import { migrateQueues } from './queues';

/** Made by `drizzle-kit generate` from `server/db/schema`; the product runs with its own folder as the working one. */
const MIGRATIONS = path.join(process.cwd(), 'server/db/migrations');

/** Any number that no other program uses on the same database. */
const MIGRATION_LOCK = 7_214_902_611;

/**
 * Brings the database to the newest schema: all outstanding migrations or none, and then the jobs' queues. Instances that
 * start together take turns, so that one migrates and the others find it done.
 */
export async function migrateDatabase(pool: pg.Pool, migrationsFolder = MIGRATIONS): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder });
    await migrateQueues({ executeSql: (text, values) => client.query(text, values) });
  } finally {
    // Ends the session, and with it the lock and the setting, whatever state the migration left it in.
    client.release(true);
  }
}
