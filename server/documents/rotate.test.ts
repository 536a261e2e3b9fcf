import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../db/client';
import { seedDemo } from '../db/demo';
import { documents } from '../db/schema';
import { installationKeys } from './key-file';
import { localStore } from './local-store';
import { bytesOf } from './streams';
import { vaultOver } from './vault';

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'kyc-rotate-'));
const keys = installationKeys({ dataDir, documentKeys: [] });
const vault = vaultOver({ store: localStore(path.join(dataDir, 'documents')), keys });
afterAll(() => fs.rmSync(dataDir, { recursive: true, force: true }));

/** `npm run rotate-document-keys`, over the installation of this test. */
async function rotate(): Promise<{ code: number; said: string }> {
  // Empty variables, so that a developer's .env leads nowhere else.
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production' as const,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    DOCUMENT_KEYS: '',
  };
  const program = path.resolve('scripts/rotate-document-keys.mjs');
  const run = promisify(execFile)(process.execPath, [program], { env });
  return run.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }),
  );
}

beforeAll(async () => {
  const open = await openDatabase({ dataDir });
  await seedDemo(open, { tenantId: 'demo-tenant', now: new Date(), vault, withEngine: true });
  await open.close();
});

test('the command gives an installation a new key and all its documents open with it', async () => {
  const old = keys.current().id;
  const { code, said } = await rotate();
  expect(said).toMatch(
    /^\d+ documents …\nAll documents are wrapped by the key key-\w+; \d+ were changed\.\n$/,
  );
  expect(code).toBe(0);
  expect(keys.current().id).not.toBe(old);
  expect(keys.find(old)).toBeUndefined();
  const open = await openDatabase({ dataDir });
  const rows = await open.db.select().from(documents);
  expect(rows.length).toBeGreaterThan(30);
  for (const { storageKey, sealedKey, keyId, sizeInBytes } of rows) {
    if (!sealedKey || !keyId) throw new Error('a document without its key');
    expect(await bytesOf(await vault.open({ storageKey, sealedKey, keyId }))).toHaveLength(sizeInBytes);
  }

  const running = await rotate();
  expect(running.said).toMatch(
    /^The keys were not rotated\. The embedded database .* is in use .* stop that process/,
  );
  expect(running.code).toBe(1);
  await open.close();
});
