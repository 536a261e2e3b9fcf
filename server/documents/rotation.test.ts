import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { asc, eq, isNotNull } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '@/lib/new-id';
import { seedDemo } from '../db/demo';
import { documents } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { installationKeys } from './key-file';
import { newDataKey, unwrapKey, wrapKey } from './keys';
import { localStore } from './local-store';
import { RotationError, rotateDocumentKeys } from './rotation';
import { bytesOf } from './streams';
import { vaultOver } from './vault';

const DAY = 24 * 60 * 60_000;
const NOW = new Date('2026-11-22T10:00:00Z');

let dataDir: string;
beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'kyc-rotation-'));
});
afterEach(() => fs.rmSync(dataDir, { recursive: true, force: true }));
const file = () => path.join(dataDir, 'document-keys.json');
const ownKeys = () => installationKeys({ dataDir, documentKeys: [] });
const idsInFile = (): string[] =>
  (JSON.parse(fs.readFileSync(file(), 'utf8')) as { keys: { id: string }[] }).keys.map(({ id }) => id);

describeOnEachDatabase('a rotation of the keys', ({ kind, db, open }) => {
  let submissionId: string;
  beforeAll(async () => {
    const keys = installationKeys({
      dataDir: fs.mkdtempSync(path.join(os.tmpdir(), 'kyc-seed-')),
      documentKeys: [],
    });
    const vault = vaultOver({ store: localStore(fs.mkdtempSync(path.join(os.tmpdir(), 'kyc-seed-'))), keys });
    await seedDemo(open(), { tenantId: 'demo-tenant', now: NOW, vault, withEngine: true });
    submissionId = (await db().query.submissions.findFirst())?.id ?? '';
  });
  beforeEach(async () => {
    await db().update(documents).set({ sealedKey: null, keyId: null });
  });

  /** Documents with keys of their own, wrapped by the current key. */
  async function addDocuments(count: number, keys = ownKeys()) {
    const dataKeys = new Map(Array.from({ length: count }, () => [newId(), newDataKey()]));
    const [last] = await db().select().from(documents).orderBy(asc(documents.version)).limit(1);
    let version = 1_000 + (await db().$count(documents));
    const rows = [...dataKeys].map(([id, dataKey]) => {
      version += 1;
      const wrapped = wrapKey(keys, dataKey, id);
      return {
        ...last,
        ...wrapped,
        id,
        storageKey: id,
        submissionId,
        version,
      } as typeof documents.$inferInsert;
    });
    for (let at = 0; at < rows.length; at += 500)
      await db()
        .insert(documents)
        .values(rows.slice(at, at + 500));
    return dataKeys;
  }
  const wrappedRows = () => db().select().from(documents).where(isNotNull(documents.sealedKey));
  async function expectReadable(dataKeys: Map<string, Buffer>, keys = ownKeys()) {
    const rows = await wrappedRows();
    expect(rows).toHaveLength(dataKeys.size);
    for (const { id, storageKey, sealedKey, keyId } of rows) {
      const wrapped = { sealedKey: sealedKey ?? Buffer.alloc(0), keyId: keyId ?? '' };
      expect(unwrapKey(keys, wrapped, storageKey).equals(dataKeys.get(id) ?? Buffer.alloc(0))).toBe(true);
    }
  }
  const rotate = (keys = ownKeys(), at = NOW) => rotateDocumentKeys({ open: open(), keys, at });

  test('every document is wrapped by a new key, still opens, and the old key goes', async () => {
    const dataKeys = await addDocuments(1_201);
    const [old] = idsInFile();
    const { currentKey, documents: done, removable } = await rotate();
    expect([done, removable]).toEqual([1_201, []]);
    expect(new Set((await wrappedRows()).map(({ keyId }) => keyId))).toEqual(new Set([currentKey]));
    await expectReadable(dataKeys);
    expect(currentKey).not.toBe(old);
    expect(fs.statSync(file()).mode & 0o777).toBe(0o600);
    // Where other processes may work on the same database, the old key waits a day.
    expect(idsInFile()).toEqual(kind === 'pglite' ? [currentKey] : [currentKey, old]);
    const next = await rotate(ownKeys(), new Date(NOW.getTime() + DAY + 1_000));
    expect(idsInFile()).toEqual(kind === 'pglite' ? [next.currentKey] : [next.currentKey, currentKey]);
    await expectReadable(dataKeys);
  });

  test('one that was cut short goes on with the key that it made', async () => {
    const dataKeys = await addDocuments(1_201);
    const keys = ownKeys();
    const cut = rotateDocumentKeys({
      open: open(),
      keys,
      at: NOW,
      onProgress() {
        throw new Error('killed');
      },
    });
    await expect(cut).rejects.toThrow('killed');
    const [made, old] = idsInFile();
    await expectReadable(dataKeys);
    expect(new Set((await wrappedRows()).map(({ keyId }) => keyId))).toEqual(new Set([made, old]));
    const { currentKey, documents: done } = await rotate();
    expect([currentKey, done]).toEqual([made, 701]);
    await expectReadable(dataKeys);
  });

  test('a running product takes the new key at once', async () => {
    const running = ownKeys();
    const vault = vaultOver({ store: localStore(path.join(dataDir, 'documents')), keys: running });
    const before = await vault.put([Buffer.from('before')]);
    await addDocuments(1, running);
    const { currentKey } = await rotate();
    expect(running.current().id).toBe(currentKey);
    expect((await vault.put([Buffer.from('after')])).keyId).toBe(currentKey);
    // Received under the old key, and not yet on record when the rotation looked.
    if (kind === 'postgres') {
      const bytes = await bytesOf(await vault.open(before));
      expect(Buffer.from(bytes).toString()).toBe('before');
    }
  });

  test('documents move from the file to DOCUMENT_KEYS, and from one of its keys to the next', async () => {
    const dataKeys = await addDocuments(3);
    const [first, second] = [
      { id: 'a', key: Buffer.alloc(32, 1) },
      { id: 'b', key: Buffer.alloc(32, 2) },
    ];
    const configured = installationKeys({ dataDir, documentKeys: [first] });
    await expectReadable(dataKeys, configured);
    expect(await rotate(configured)).toEqual({ currentKey: 'a', documents: 3, removable: [] });
    await rotate(configured, new Date(NOW.getTime() + 2 * DAY));
    expect(fs.existsSync(file())).toBe(false);
    const next = installationKeys({ dataDir, documentKeys: [second, first] });
    expect(await rotate(next)).toEqual({ currentKey: 'b', documents: 3, removable: ['a'] });
    await expectReadable(dataKeys, installationKeys({ dataDir, documentKeys: [second] }));
  });

  test('a key that is nowhere stops it before anything is changed', async () => {
    await addDocuments(2);
    await db().update(documents).set({ keyId: 'lost' }).where(eq(documents.keyId, ownKeys().current().id));
    const before = fs.readFileSync(file(), 'utf8');
    await expect(rotate()).rejects.toThrow(RotationError);
    await expect(rotate()).rejects.toThrow('does not have: lost');
    expect(fs.readFileSync(file(), 'utf8')).toBe(before);
  });

  test('deleted documents stay deleted', async () => {
    const dataKeys = await addDocuments(2);
    const [id = ''] = [...dataKeys.keys()];
    await db()
      .update(documents)
      .set({ sealedKey: null, keyId: null, deletedAt: NOW })
      .where(eq(documents.id, id));
    await rotate();
    const [row] = await db().select().from(documents).where(eq(documents.id, id));
    expect(row).toMatchObject({ sealedKey: null, keyId: null });
  });
});

test('a damaged file of keys stops the product, is left alone, and its content is not told', () => {
  fs.writeFileSync(file(), '{"keys":[{"id":"key-1","key":"c2VjcmV0"}]}');
  expect(() => ownKeys().current()).toThrow(/document-keys\.json is damaged/);
  expect(() => ownKeys().current()).not.toThrow(/c2VjcmV0/);
  expect(fs.readFileSync(file(), 'utf8')).toContain('c2VjcmV0');
});
