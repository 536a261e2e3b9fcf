import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newId } from '@/lib/new-id';
import { seedDemo } from '../db/demo';
import { documents } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { draftOf } from './flystore';
import { installationKeys } from './key-file';
import { localStore } from './local-store';
import { sealPlainDocuments } from './seal-plain';
import { collected, filesBelow, streaming } from './stores.suite';
import { bytesOf } from './streams';
import { sweepDocuments } from './sweep';
import { vaultOver } from './vault';

vi.stubEnv('LOG_LEVEL', 'silent');

const DAY = 24 * 60 * 60_000;

describeOnEachDatabase('the keeping of the store', ({ db, open }) => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'kyc-keeping-'));
  const store = localStore(path.join(home, 'documents'));
  const vault = vaultOver({ store, keys: installationKeys({ dataDir: home, documentKeys: [] }) });
  const now = new Date();
  const sweep = (at: Date) => sweepDocuments({ db: db(), store, at });
  const names = async () => {
    const found: string[] = [];
    for await (const name of store.list()) found.push(name);
    return found.sort();
  };
  afterAll(() => fs.rmSync(home, { recursive: true, force: true }));

  beforeAll(async () => {
    await store.put(newId(), streaming(Buffer.from('x')));
    expect(await sweep(new Date(now.getTime() + 2 * DAY)), 'a database without documents').toBe(0);
    await seedDemo(open(), { tenantId: 'demo-tenant', now, vault, withEngine: true });
  });

  test('what has no record goes after a day, and what has one stays', async () => {
    const recorded = (await db().select().from(documents)).map(({ storageKey }) => storageKey).sort();
    const draft = newId();
    await store.put(draft, streaming(Buffer.from('half')));
    const [half = ''] = filesBelow(home).filter((place) => place.endsWith(draft));
    fs.renameSync(half, `${half}.draft`);
    expect(await names()).toHaveLength(recorded.length + 2);
    expect(await sweep(new Date(Date.now() + DAY - 60_000))).toBe(0);
    expect(await names()).toContain(draftOf(draft));
    expect(await sweep(new Date(Date.now() + DAY + 60_000))).toBe(2);
    expect(await names()).toEqual(recorded);
  });

  test('the bytes of a deleted document go, should they have outlived it', async () => {
    const [one] = await db().select().from(documents).limit(1);
    const { id = '', storageKey = '' } = one ?? {};
    await db()
      .update(documents)
      .set({ deletedAt: now, sealedKey: null, keyId: null })
      .where(eq(documents.id, id));
    expect(await sweep(new Date(Date.now() + 2 * DAY))).toBe(1);
    expect(await names()).not.toContain(storageKey);
  });

  test('documents from before the encryption are encrypted once, and nothing readable of them stays', async () => {
    const plain = new Map<string, Buffer>();
    for (const row of (await db().select().from(documents)).slice(0, 5)) {
      if (!row.sealedKey || !row.keyId) continue;
      const { storageKey, sealedKey, keyId } = row;
      const bytes = Buffer.from(await bytesOf(await vault.open({ storageKey, sealedKey, keyId })));
      await store.put(storageKey, streaming(bytes));
      await db().update(documents).set({ sealedKey: null, keyId: null }).where(eq(documents.id, row.id));
      plain.set(row.id, bytes);
    }
    const missing = [...plain.keys()][0] ?? '';
    const [lost] = await db().select().from(documents).where(eq(documents.id, missing));
    await store.delete(lost?.storageKey ?? '');
    const seal = () => sealPlainDocuments({ db: db(), store, vault });
    // Two instances at once: each document is encrypted by one of them.
    const counts = await Promise.all([seal(), seal()]);
    expect(counts[0] + counts[1]).toBe(plain.size - 1);
    expect(await seal()).toBe(0);
    for (const [id, bytes] of plain) {
      const [row] = await db().select().from(documents).where(eq(documents.id, id));
      if (id === missing) expect(row?.sealedKey).toBeNull();
      else {
        const { storageKey = '', sealedKey, keyId } = row ?? {};
        if (!sealedKey || !keyId) throw new Error('a document that is not encrypted');
        expect(
          Buffer.from(await bytesOf(await vault.open({ storageKey, sealedKey, keyId }))).equals(bytes),
        ).toBe(true);
      }
    }
    for (const name of await names()) {
      const stored = await collected(store.get(name));
      for (const mark of ['%PDF-1.', '\x89PNG\r\n\x1a\n'])
        expect(stored.includes(Buffer.from(mark, 'latin1'))).toBe(false);
    }
  });
});
