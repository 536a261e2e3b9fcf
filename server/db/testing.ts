import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type Database, type DatabaseKind, holdDatabase, type OpenDatabase } from './client';
import type { OpenPool } from './open-pool';
import { startPglite } from './pglite/open';
import { openPostgres } from './postgres/open';
import * as schema from './schema';

const KINDS = ['pglite', 'postgres'] as const satisfies readonly DatabaseKind[];

/** What a test body gets; usable in hooks and tests, not while the body is collected. */
export type DatabaseKit = {
  kind: DatabaseKind;
  db(): Database;
  pool(): pg.Pool;
  open(): OpenDatabase;
};

/**
 * Runs the body's tests twice: on PGlite and on a real PostgreSQL server. Each time it has an empty, migrated database of its own,
 * which is also what `database()` gives meanwhile, and which is gone afterwards.
 */
export function describeOnEachDatabase(guarantee: string, body: (kit: DatabaseKit) => void): void {
  describe.each(KINDS)(`${guarantee} (%s)`, (kind) => {
    let opened: OpenDatabase | undefined;
    let giveBack: (() => void) | undefined;
    beforeAll(async () => {
      opened = await freshDatabase(kind);
      giveBack = holdDatabase(opened);
    });
    afterAll(async () => {
      giveBack?.();
      await opened?.close();
    });
    const open = () => {
      if (!opened) throw new Error('The test database is open in hooks and tests only');
      return opened;
    };
    body({ kind, open, db: () => open().db, pool: () => open().pool });
  });
}

/** An empty, migrated database of the caller's own, in a moment: a copy of the run's template. `close` drops it. */
export async function freshDatabase(kind: DatabaseKind): Promise<OpenDatabase> {
  const { pool, close } = kind === 'pglite' ? await clonePglite() : await clonePostgres();
  return { db: drizzle(pool, { schema }), pool, kind, close };
}

async function clonePglite(): Promise<OpenPool> {
  return startPglite({ loadDataDir: new Blob([fs.readFileSync(inject('testDatabases').pgliteDump)]) });
}

async function clonePostgres(): Promise<OpenPool> {
  const { postgresUrl, postgresTemplate } = inject('testDatabases');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await maintain(postgresUrl, `create database ${name} template ${postgresTemplate}`);
  const { pool, close } = openPostgres(Object.assign(new URL(postgresUrl), { pathname: `/${name}` }).href);
  // Connections that the pool has let go may still be told of the forced drop, by themselves or through the pool.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    pool,
    async close() {
      await close();
      await maintain(postgresUrl, `drop database ${name} with (force)`);
    },
  };
}

async function maintain(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
