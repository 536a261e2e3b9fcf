import fs from 'node:fs';
import path from 'node:path';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { migrateDatabase } from './migrate';
import { openPostgres } from './postgres/open';
import * as schema from './schema';
import { describeOnEachDatabase } from './testing';

const FOLDER = path.join(import.meta.dirname, 'migrations');

test('the migrations lead to exactly the schema: drizzle-kit would generate nothing', async () => {
  const snapshots = fs
    .readdirSync(path.join(FOLDER, 'meta'))
    .filter((name) => name.endsWith('_snapshot.json'));
  const latest = snapshots.sort().at(-1) ?? '';
  const migrated = JSON.parse(fs.readFileSync(path.join(FOLDER, 'meta', latest), 'utf8'));
  expect(await generateMigration(migrated, generateDrizzleJson({ ...schema }, migrated.id))).toEqual([]);
});

test('the journal knows every migration file, in order', () => {
  const journal = JSON.parse(fs.readFileSync(path.join(FOLDER, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string; when: number }[];
  };
  const files = fs.readdirSync(FOLDER).filter((name) => name.endsWith('.sql'));
  expect(journal.entries.map((entry) => `${entry.tag}.sql`)).toEqual(files.sort());
  // drizzle runs what is younger than the youngest that has run.
  const times = journal.entries.map((entry) => entry.when);
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
});

describeOnEachDatabase('a migrated database', ({ pool }) => {
  test('is left as it is by a second migration', async () => {
    const applied = 'select id, hash from drizzle.__drizzle_migrations order by id';
    const before = await pool().query(applied);
    await migrateDatabase(pool());
    expect((await pool().query(applied)).rows).toEqual(before.rows);
  });
});

test('instances that start at once migrate one server once', async () => {
  const { postgresUrl } = inject('testDatabases');
  const name = `migrated_by_many_${process.pid}`;
  await onServer(postgresUrl, `create database ${name}`);
  const url = Object.assign(new URL(postgresUrl), { pathname: `/${name}` }).href;
  const instances = Array.from({ length: 5 }, () => openPostgres(url));
  await Promise.all(instances.map(({ pool }) => migrateDatabase(pool)));
  const { rows } = await instances[0]!.pool.query(
    'select count(*)::int as n from drizzle.__drizzle_migrations',
  );
  expect(rows).toEqual([{ n: fs.readdirSync(FOLDER).filter((file) => file.endsWith('.sql')).length }]);
  await Promise.all(instances.map(({ close }) => close()));
  await onServer(postgresUrl, `drop database ${name}`);
});

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
