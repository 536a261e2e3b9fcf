import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { FILE_LIMIT } from '@/lib/kyc/contract/documents';
import { newId } from '@/lib/new-id';
import { DamagedDocumentError } from './frames';
import { ringOf } from './keys';
import { localStore } from './local-store';
import { encryptedPdf, pdfOf, pdfOfSize, pictureOf } from './samples.suite';
import { collected, describeOnEachStore, filesBelow, streaming } from './stores.suite';
import { bytesOf } from './streams';
import { type DocumentVault, type SealedFile, vaultOver } from './vault';

const keys = ringOf([{ id: 'one', key: randomBytes(32) }]);
const read = async (vault: DocumentVault, file: SealedFile) =>
  Buffer.from(await bytesOf(await vault.open(file)));
const inPieces = (bytes: Buffer, size = 64 * 1024) =>
  streaming(
    ...Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      bytes.subarray(at * size, (at + 1) * size),
    ),
  );

describeOnEachStore('the vault', ({ store, folder }) => {
  const vault = () => vaultOver({ store: store(), keys });
  const stored = async () => {
    const names: string[] = [];
    for await (const name of store().list()) names.push(name);
    return names;
  };
  afterEach(async () => {
    for (const name of await stored()) await store().delete(name);
  });

  test('a file comes back byte for byte, with its kind, size, hash, pages and dimensions', async () => {
    const files = [
      [pdfOf({ pages: 3 }), { contentType: 'application/pdf', pageCount: 3, width: null, height: null }],
      [await pictureOf('jpeg'), { contentType: 'image/jpeg', pageCount: null, width: 240, height: 160 }],
      [await pictureOf('tiff'), { contentType: 'image/tiff', pageCount: 1, width: 240, height: 160 }],
    ] as const;
    for (const [bytes, found] of files) {
      const received = await vault().receive(inPieces(bytes, 1_000));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      expect(received).toMatchObject({ ...found, sizeInBytes: bytes.length, sha256, keyId: 'one' });
      expect((await read(vault(), received)).equals(bytes)).toBe(true);
    }
  });

  test('20 MiB are taken, and a byte more is not', async () => {
    const most = pdfOfSize(FILE_LIMIT);
    const received = await vault().receive(inPieces(most));
    expect(received.sizeInBytes).toBe(20 * 1024 * 1024);
    expect((await read(vault(), received)).equals(most)).toBe(true);
    await vault().remove(received.storageKey);
    await expect(vault().receive(inPieces(pdfOfSize(FILE_LIMIT + 1)))).rejects.toMatchObject({
      code: 413,
      message: 'must have at most 20 MiB',
    });
    expect(await stored()).toEqual([]);
  });

  test('what is refused leaves nothing behind', async () => {
    const refused: [number, Buffer][] = [
      [400, Buffer.alloc(0)],
      [415, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
      [400, encryptedPdf('secret')],
      [400, pdfOf({ pages: 4 }).subarray(0, -30)],
      [400, (await pictureOf('png')).subarray(0, 500)],
    ];
    for (const [code, bytes] of refused) {
      await expect(vault().receive(inPieces(bytes))).rejects.toMatchObject({ name: 'KycError', code });
    }
    expect(await stored()).toEqual([]);
  });

  test('a line that is cut leaves nothing behind', async () => {
    async function* cut() {
      yield pdfOfSize(FILE_LIMIT / 2).subarray(0, FILE_LIMIT / 3);
      throw new Error('the line was cut');
    }
    await expect(vault().receive(cut())).rejects.toThrow('the line was cut');
    expect(await stored()).toEqual([]);
  });

  test('nothing of a file can be read on disk', async () => {
    const picture = await pictureOf('jpeg');
    await vault().receive(inPieces(picture));
    await vault().receive(inPieces(pdfOf()));
    const files = filesBelow(folder());
    expect(files.length).toBeGreaterThanOrEqual(2);
    for (const file of files) {
      const bytes = fs.readFileSync(file);
      for (const mark of ['%PDF-1.7', 'endobj\n', 'A telling camera'])
        expect(bytes.includes(mark)).toBe(false);
    }
  });

  test('a stored file that was changed, cut or exchanged is noticed before its end', async () => {
    const bytes = pdfOfSize(300_000);
    const [file, other] = [await vault().put([bytes]), await vault().put([pdfOfSize(300_000)])];
    const sealed = await collected(store().get(file.storageKey));
    const flipped = Buffer.from(sealed);
    flipped[200_000] = (flipped[200_000] ?? 0) ^ 0x10;
    const swapped = await collected(store().get(other.storageKey));
    for (const tampered of [flipped, sealed.subarray(0, -1), sealed.subarray(0, 1 + 2 * 65_552), swapped]) {
      await store().put(file.storageKey, streaming(tampered));
      await expect(read(vault(), file)).rejects.toThrow(DamagedDocumentError);
    }
    await store().put(file.storageKey, streaming(sealed));
    expect((await read(vault(), file)).equals(bytes)).toBe(true);
  });

  test('a file opens with its own key only, and a missing one is said so before a byte goes out', async () => {
    const [file, other] = [await vault().put([pdfOf()]), await vault().put([pdfOf()])];
    const exchanged = { ...file, sealedKey: other.sealedKey };
    await expect(vault().open(exchanged)).rejects.toThrow(DamagedDocumentError);
    const elsewhere = (id: string) =>
      vaultOver({ store: store(), keys: ringOf([{ id, key: randomBytes(32) }]) });
    await expect(elsewhere('one').open(file)).rejects.toThrow(DamagedDocumentError);
    await expect(elsewhere('two').open(file)).rejects.toThrow('document key one is not among');
    await vault().remove(file.storageKey);
    await expect(vault().open(file)).rejects.toThrow();
    await vault().remove(newId());
  });
});

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'kyc-receive-'));
afterEach(() => fs.rmSync(home, { recursive: true, force: true }));
const program = (...parameters: (string | number)[]) => [
  '--conditions=react-server',
  '--import=tsx',
  path.resolve('server/documents/testing/receive.ts'),
  home,
  ...parameters.map(String),
];

test('a process that is killed while it receives leaves no file under a key', async () => {
  const child = spawn(process.execPath, program(3, 5_000_000, 2_000_000), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const left: string[] = [];
  for await (const name of localStore(home).list()) left.push(name);
  expect(left).toHaveLength(3);
  expect(left.filter((name) => !name.endsWith('.draft'))).toEqual([]);
});

test('memory does not grow with the number of files that come at once', async () => {
  const peak = async (count: number) => {
    const { stdout } = await promisify(execFile)(process.execPath, program(count, FILE_LIMIT));
    return Number(stdout) / 1024;
  };
  const [few, many] = [await peak(2), await peak(12)];
  // Held in memory, the further 10 files would be 200 MiB.
  expect(many - few).toBeLessThan(120);
});
