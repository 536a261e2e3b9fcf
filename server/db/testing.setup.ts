import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from './migrate';
import { startPglite } from './pglite/open';
import { openPostgres } from './postgres/open';
import { startTestServer, type TestServer } from './testing/postgres-server';

/** What the workers need to make databases of their own. */
export type TestDatabases = {
  /** A server that tests may make databases on: the address of its maintenance database. */
  postgresUrl: string;
  /** The migrated database to clone with `create database … template`. */
  postgresTemplate: string;
  /** A migrated PGlite data folder, as a tar file. */
  pgliteDump: string;
};

declare module 'vitest' {
  export interface ProvidedContext {
    testDatabases: TestDatabases;
  }
}

const TEMPLATE = 'kyc_template';

/** vitest's global setup: makes the migrated templates once a run. A server that does not start fails the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kyc-onboarding-test-'));
  const starting = startTestServer();
  const teardown = async () => {
    fs.rmSync(folder, { recursive: true, force: true });
    await (await starting).stop();
  };
  try {
    const [server, pgliteDump] = await Promise.all([starting, dumpMigratedPglite(folder)]);
    await makeTemplate(server);
    const postgresUrl = server.url('postgres');
    project.provide('testDatabases', { postgresUrl, postgresTemplate: TEMPLATE, pgliteDump });
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}

async function makeTemplate(server: TestServer): Promise<void> {
  const maintenance = new pg.Client({ connectionString: server.url('postgres') });
  await maintenance.connect();
  await maintenance.query(`create database ${TEMPLATE}`);
  await maintenance.end();
  const { pool, close } = openPostgres(server.url(TEMPLATE));
  await migrateDatabase(pool).finally(close);
}

async function dumpMigratedPglite(folder: string): Promise<string> {
  const { pglite, pool, close } = await startPglite({});
  await migrateDatabase(pool);
  await pool.end();
  const file = path.join(folder, 'pglite.tar');
  fs.writeFileSync(file, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()));
  await close();
  return file;
}
