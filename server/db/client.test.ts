import fs from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { closeDatabase, database } from './client';
import { describeOnEachDatabase } from './testing';
import { freshDataDir } from './testing/data-dir';

describeOnEachDatabase('an open database', (kit) => {
  test('has the schema, empty, and the extensions', async () => {
    expect(await kit.db().query.customers.findMany()).toEqual([]);
    const { rows } = await kit
      .pool()
      .query(`select similarity('Jon', 'John') > 0.1 as similar, unaccent('é') as plain`);
    expect(rows).toEqual([{ similar: true, plain: 'e' }]);
  });

  test('reads moments in UTC and keeps bytes and every script', async () => {
    const bytes = Buffer.from([0, 1, 92, 255]);
    const { rows } = await kit
      .pool()
      .query(`select current_setting('TimeZone') as zone, $1::bytea as bytes, $2::text as name`, [
        bytes,
        "محمد 李 Ёж 👩‍⚖️ '\\",
      ]);
    expect(rows).toEqual([{ zone: 'UTC', bytes, name: "محمد 李 Ёж 👩‍⚖️ '\\" }]);
  });
});

describe("the process's database", () => {
  afterEach(closeDatabase);

  test('is opened by the first caller and shared by all that come meanwhile', async () => {
    useDataDir(freshDataDir());
    const [first, second] = await Promise.all([database(), database()]);
    expect(second).toBe(first);
    expect(await database()).toBe(first);
    await closeDatabase();
    const reopened = await database();
    expect(reopened).not.toBe(first);
  });

  test('is opened anew after an opening that failed', async () => {
    const dataDir = useDataDir(freshDataDir());
    fs.renameSync(dataDir, `${dataDir}.away`);
    fs.writeFileSync(dataDir, '');
    await expect(database()).rejects.toThrow();
    fs.rmSync(dataDir);
    fs.renameSync(`${dataDir}.away`, dataDir);
    expect((await database()).kind).toBe('pglite');
  });
});

vi.mock('../env', async (original) => {
  const actual = await original<typeof import('../env')>();
  return { ...actual, env: () => actual.readEnv(process.env) };
});

function useDataDir(folder: string): string {
  vi.stubEnv('DATA_DIR', folder);
  return folder;
}
