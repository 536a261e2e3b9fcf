import fs from 'node:fs';
import path from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import pg from 'pg';
import type { OpenPool } from '../open-pool';
import { DurableNodeFS } from './durable-fs';
import { lockFolder } from './folder-lock';
import { ResponsivePGlite } from './responsive-pglite';
import { sessionClientOf } from './session-client';
import { startUpkeep } from './upkeep';
import { whole } from './whole-folder';

/** How long a caller waits for the single session, and so how soon a transaction that uses the pool inside itself fails. */
const WAIT_FOR_SESSION_MS = 15_000;

const extensions = { fuzzystrmatch, pg_trgm, unaccent };

/**
 * PGlite's parameters with fsync on; `fsync` is the one method that reaches {@link DurableNodeFS}. Its buffers are half of
 * what they are by default: the system's own cache holds the files as well, and the process is 60 MB smaller.
 */
const durableStart = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=64MB'],
];

/**
 * Opens the embedded database in `<dataDir>/db`, which it makes when it is not there: what a commit has
 * acknowledged outlives a crash, and no second process can open the folder (see {@link lockFolder}).
 */
export async function openPglite(dataDir: string): Promise<OpenPool> {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = path.resolve(dataDir, 'db');
  const lock = await lockFolder(folder);
  try {
    const { pool, close } = await whole(folder, () =>
      startPglite({ fs: new DurableNodeFS(folder), startParams: durableStart }),
    );
    const stopUpkeep = startUpkeep(pool);
    return {
      pool,
      async close() {
        await stopUpkeep();
        await close().finally(lock.release);
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Starts PGlite on what the options say (in memory by default) and puts a pool of its one session before it.
 * The PGlite object itself is for use before the pool's first query or after its end.
 */
export async function startPglite(options: PGliteOptions): Promise<OpenPool & { pglite: PGlite }> {
  const pglite = new ResponsivePGlite({ extensions, ...options });
  await pglite.waitReady;
  const pool = new pg.Pool({
    Client: sessionClientOf(pglite),
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: WAIT_FOR_SESSION_MS,
  });
  return {
    pglite,
    pool,
    async close() {
      if (!pool.ending) await pool.end();
      await pglite.close();
    },
  };
}
