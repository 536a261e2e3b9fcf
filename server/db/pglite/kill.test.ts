import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { freshDataDir } from '../testing/data-dir';
import { tempFolder } from '../testing/temp-folder';
import { openPglite } from './open';

const ROUNDS = 5;
/** Starting six processes takes some seconds; on a busy machine many more. */
const LIMIT_MS = 120_000;
const PROGRAM = ['--conditions=react-server', '--import=tsx', 'server/db/testing/insert-until-killed.ts'];

test('what a killed process has acknowledged is there afterwards, and its lock does not stay', {
  timeout: LIMIT_MS,
}, async () => {
  const folder = freshDataDir();
  const acknowledged: string[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const ids = await insertAndKill(folder, 100 + 60 * round);
    expect(ids.length).toBeGreaterThan(0);
    acknowledged.push(...ids);
  }
  expect(fs.readdirSync(path.join(folder, 'db.lock')).length).toBeGreaterThan(0);

  const { pool, close } = await openPglite(folder);
  const { rows } = await pool.query<{ id: string }>('select id from acknowledged');
  const stored = new Set(rows.map((row) => row.id));
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
  // Each kill may find one row committed whose number was not printed yet.
  expect(stored.size - acknowledged.length).toBeLessThanOrEqual(ROUNDS);
  await close();
});

test('a folder whose making was cut short is made anew', { timeout: LIMIT_MS }, async () => {
  const folder = tempFolder();
  const child = spawn(process.execPath, [...PROGRAM, folder], { stdio: 'ignore' });
  while (!fs.existsSync(path.join(folder, 'db', 'PG_VERSION'))) await sleep(5);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('close', resolve));

  const { pool, close } = await openPglite(folder);
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await close();
});

/** Runs the program until some time after its first acknowledgement; returns all that it printed in whole lines. */
async function insertAndKill(folder: string, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [...PROGRAM, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    if (printed === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
    printed += chunk;
  });
  await new Promise((resolve) => child.once('close', resolve));
  return printed.split('\n').slice(0, -1);
}
