import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyFrom, readSecrets } from './secrets';

let dataDir: string;
beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'kyc-secrets-'));
});
afterEach(() => fs.rmSync(dataDir, { recursive: true, force: true }));

const file = () => path.join(dataDir, 'secrets.json');
const demo = () => ({ authSecret: undefined, dataDir });

test('a configured secret is used and nothing is written', () => {
  expect(readSecrets({ authSecret: 'x'.repeat(32), dataDir })).toEqual({ authSecret: 'x'.repeat(32) });
  expect(fs.readdirSync(dataDir)).toEqual([]);
});

test('the first start makes a secret that only the owner reads, and later starts find the same', () => {
  const first = readSecrets(demo());
  expect(Buffer.from(first.authSecret, 'base64url')).toHaveLength(32);
  expect(fs.statSync(file()).mode & 0o777).toBe(0o600);
  expect(readSecrets(demo())).toEqual(first);
  expect(fs.readdirSync(dataDir)).toEqual(['secrets.json']);
});

test('a mode that others could read is narrowed', () => {
  readSecrets(demo());
  fs.chmodSync(file(), 0o644);
  readSecrets(demo());
  expect(fs.statSync(file()).mode & 0o777).toBe(0o600);
});

test('a damaged file stops the start, is left alone, and its content is not told', () => {
  fs.writeFileSync(file(), '{"authSecret":"half-a-secr');
  expect(() => readSecrets(demo())).toThrow(/secrets\.json is damaged/);
  expect(() => readSecrets(demo())).not.toThrow(/half-a-secr/);
  expect(fs.readFileSync(file(), 'utf8')).toBe('{"authSecret":"half-a-secr');
});

test('processes that start together agree on one secret', async () => {
  const program = `import { readSecrets } from ${JSON.stringify(path.resolve('server/secrets.ts'))};
    process.stdout.write(readSecrets({ authSecret: undefined, dataDir: ${JSON.stringify(dataDir)} }).authSecret);`;
  const start = () =>
    promisify(execFile)(process.execPath, [
      '--conditions=react-server',
      '--import=tsx',
      '--input-type=module',
      '--eval',
      program,
    ]);
  const outputs = (await Promise.all(Array.from({ length: 4 }, start))).map(({ stdout }) => stdout);
  expect(new Set(outputs)).toEqual(new Set([readSecrets(demo()).authSecret]));
  expect(fs.readdirSync(dataDir)).toEqual(['secrets.json']);
});

test('every purpose has a key of its own', () => {
  const secret = 's'.repeat(32);
  const keys = (['app-token', 'mail', 'next-auth'] as const).map((purpose) => keyFrom(secret, purpose));
  expect(keys.map((key) => key.length)).toEqual([32, 32, 32]);
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(3);
  expect(keyFrom(secret, 'mail')).toEqual(keys[1]);
  expect(keyFrom('t'.repeat(32), 'mail')).not.toEqual(keys[1]);
});
