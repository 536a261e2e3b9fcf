import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { FolderInUseError, lockFolder } from './folder-lock';
import { processSpace, processStart } from './process-identity';

/** Less than the product's, to keep the test short; claims of these tests have no heartbeat at all. */
const WATCH_MS = 500;

test('a second holder is refused, and told of DATABASE_URL', async () => {
  const folder = path.join(tempFolder(), 'db');
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUseError);
  await expect(lockFolder(folder)).rejects.toThrow(/process \d+\b.*DATABASE_URL/);
  lock.release();
});

test('a released folder can be taken at once', async () => {
  const folder = path.join(tempFolder(), 'db');
  for (let i = 0; i < 3; i += 1) (await lockFolder(folder)).release();
  expect(claimsIn(folder)).toEqual([]);
});

test('of many that come at once no two get the folder', async () => {
  const folder = path.join(tempFolder(), 'db');
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
  const held = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  expect(held.length).toBeLessThanOrEqual(1);
  for (const { value } of held) value.release();
  (await lockFolder(folder)).release();
});

test('the claim of a process that has ended is stale', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await expectStale({ pid, start: '1', space: processSpace() });
});

test('the claim of an ended process is stale although its id belongs to another one now', async () => {
  await expectStale({ pid: process.pid, start: `${processStart(process.pid)}0`, space: processSpace() });
});

test('a claim from another machine or container is stale when its heartbeat stands still', async () => {
  await expectStale({ pid: process.pid, start: processStart(process.pid), space: 'elsewhere' });
});

test('a claim from another machine or container holds while its heartbeat goes on', async () => {
  const folder = path.join(tempFolder(), 'db');
  const file = writeClaim(folder, { pid: process.pid, start: '1', space: 'elsewhere' });
  const heartbeat = setInterval(() => fs.utimesSync(file, new Date(), new Date()), 50);
  await expect(lockFolder(folder, WATCH_MS)).rejects.toThrow(FolderInUseError);
  clearInterval(heartbeat);
});

test('a claim that cannot be read is stale', async () => {
  await expectStale('half a cla');
});

async function expectStale(claim: unknown): Promise<void> {
  const folder = path.join(tempFolder(), 'db');
  writeClaim(folder, claim);
  const lock = await lockFolder(folder, WATCH_MS);
  expect(claimsIn(folder).length).toBe(1);
  lock.release();
}

function writeClaim(folder: string, claim: unknown): string {
  fs.mkdirSync(`${folder}.lock`);
  const file = path.join(`${folder}.lock`, 'other.json');
  fs.writeFileSync(file, JSON.stringify(claim));
  return file;
}

function claimsIn(folder: string): string[] {
  return fs.readdirSync(`${folder}.lock`);
}
