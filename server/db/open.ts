import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { log } from '../log';
import { describeDbError } from './errors';
import { migrateDatabase } from './migrate';
import type { OpenPool } from './open-pool';
import { openPglite } from './pglite/open';
import { openPostgres } from './postgres/open';
import * as schema from './schema';

/** The schema's tables over one pool: each statement may run on another connection. */
export type Database = NodePgDatabase<typeof schema>;

/** One open transaction. Inside it nothing else may be used: on PGlite the pool would wait for it. */
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

/** What a query function takes first. */
export type DbOrTx = Database | Tx;

export type DatabaseKind = 'pglite' | 'postgres';

/** An open and migrated database. `close` waits for what is running and frees files, sockets and the folder's lock. */
export type OpenDatabase = { db: Database; pool: pg.Pool; kind: DatabaseKind; close(): Promise<void> };

/**
 * Opens and migrates a database: the PostgreSQL server at `url`, or without one the embedded database in
 * `dataDir`. Throws when the server cannot be reached, the folder is in use by another process, or a migration fails.
 */
export async function openDatabase(where: { url?: string; dataDir?: string }): Promise<OpenDatabase> {
  if (where.url !== undefined) return prepare('postgres', openPostgres(where.url));
  if (where.dataDir !== undefined) return prepare('pglite', await openPglite(where.dataDir));
  throw new TypeError('openDatabase needs a url or a dataDir');
}

async function prepare(kind: DatabaseKind, opened: OpenPool): Promise<OpenDatabase> {
  const { pool, close } = opened;
  pool.on('error', (error) => log().error(describeDbError(error), 'an idle database connection failed'));
  // A connection that fails while it is in use says so to its user's next query; unheard, its event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await migrateDatabase(pool);
  } catch (error) {
    await close();
    throw error;
  }
  return { db: drizzle(pool, { schema }), pool, kind, close };
}
