import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '@/lib/new-id';
import { localStore } from './store';

let folder: string;
beforeEach(() => {
  folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'kyc-documents-')), 'documents');
});
afterEach(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }));

const everything = () =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, mode: fs.statSync(path.join(entry.parentPath, entry.name)).mode & 0o777 }));

test('what is put comes back byte for byte, until it is deleted', async () => {
  const store = localStore(folder);
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, i) => i % 256));
  const key = newId();
  await store.put(key, bytes);
  expect((await store.get(key)).equals(bytes)).toBe(true);
  await store.put(key, Buffer.from('shorter'));
  expect(await store.get(key)).toEqual(Buffer.from('shorter'));
  await store.delete(key);
  await expect(store.get(key)).rejects.toThrow();
  await store.delete(key);
});

test("only the product's own user may read files and folders", async () => {
  await localStore(folder).put(newId(), Buffer.from('x'));
  expect(fs.statSync(folder).mode & 0o077).toBe(0);
  const found = everything();
  expect(found.filter(({ entry }) => entry.isFile()).map(({ mode }) => mode)).toEqual([0o600]);
  expect(found.filter(({ entry }) => entry.isDirectory()).map(({ mode }) => mode & 0o077)).toEqual([0]);
});

test('a key leads nowhere outside of the store', async () => {
  for (const key of ['../../secrets', '/etc/passwd', 'a/b/c/d', '....', '', 'with blank', 'nul\0nul']) {
    await expect(localStore(folder).put(key, Buffer.from('x'))).rejects.toThrow(TypeError);
  }
});
