import { beforeEach, expect, test } from 'vitest';
import type { KycApi } from '@/lib/kyc/api';
import { describeOnEachDatabase } from '../db/testing';
import { aPdf, sha256 } from '../kyc/files.suite';
import { vaultKit } from '../kyc/vault.suite';
import { documentArchive, type ManifestLine } from './document-archive';
import { bytesOf, officer, Room } from './room.suite';

describeOnEachDatabase('all documents as an archive', (kit) => {
  const { vault } = vaultKit();
  const room = new Room(kit, vault);
  let mine: Awaited<ReturnType<Room['customer']>>;
  beforeEach(async () => {
    mine = await room.customer();
  });
  const archive = (api: KycApi = room.api) => documentArchive(api, officer, mine, room.capture.now);

  test('holds every version under a name of its own, byte for byte, with a manifest of their hashes', async () => {
    const files = [
      { documentTypeId: 'Passport', originalFileName: '../../etc/pass|wd.exe.pdf', content: aPdf('first') },
      { documentTypeId: 'Passport', originalFileName: '\u202efdp.exe.pdf', content: aPdf('second') },
      { documentTypeId: 'W9', originalFileName: '=SUM(A1).pdf', content: aPdf('third') },
    ];
    const ids: string[] = [];
    for (const file of files) ids.push(await room.upload(mine.submissionId, file));
    const { content, fileName, contentType } = await archive();
    expect(contentType).toBe('application/zip');
    expect(fileName).toMatch(/^\d{4}-\d\d-\d\d KYC documents - John Doe\.zip$/);
    const unpacked = unzip(await bytesOf(content));

    const lines = JSON.parse(unpacked.get('manifest.json')?.toString() ?? '') as ManifestLine[];
    expect(lines.map(({ documentId }) => documentId).toSorted()).toEqual(ids.toSorted());
    expect([...unpacked.keys()].toSorted()).toEqual(
      ['manifest.csv', 'manifest.json', ...lines.map(({ file }) => file)].toSorted(),
    );
    for (const line of lines) {
      const bytes = unpacked.get(line.file) ?? Buffer.alloc(0);
      expect(sha256(bytes)).toBe(line.sha256);
      expect(bytes.byteLength).toBe(line.sizeInBytes);
      expect(bytes.equals(files[ids.indexOf(line.documentId)]?.content ?? Buffer.alloc(0))).toBe(true);
      expect(line.file).toMatch(/^(Earlier versions\/)?[\w ()=-][^\\:*?"<>|\u202e]*\.pdf$/);
      expect(line.file.split('/')).not.toContain('..');
    }
    expect(lines.filter(({ current }) => !current)).toMatchObject([
      {
        documentId: ids[0],
        type: 'Passport',
        version: 1,
        file: expect.stringMatching(/^Earlier versions\//),
      },
    ]);
    expect(unpacked.get('manifest.csv')?.toString()).toContain(`"'=SUM(A1).pdf"`);
    expect(await room.events(mine.submissionId, 'documents.archived')).toEqual([
      { data: { documentIds: lines.map(({ documentId }) => documentId) }, actorId: 'officer-1' },
    ]);
  });

  test('opens one file at a time, and lets go of it when the reader leaves', async () => {
    for (const documentTypeId of ['Passport', 'W9', 'Other'])
      await room.upload(mine.submissionId, { documentTypeId });
    let open = 0;
    let opened = 0;
    const counted: KycApi = {
      ...room.api,
      async downloadDocument(call, input) {
        const file = await room.api.downloadDocument(call, input);
        open += 1;
        opened += 1;
        expect(open).toBe(1);
        const reader = file.content.getReader();
        const content = new ReadableStream<Uint8Array>({
          async pull(controller) {
            const { done, value } = await reader.read();
            if (!done) return controller.enqueue(value);
            open -= 1;
            controller.close();
          },
          async cancel() {
            open -= 1;
            await reader.cancel();
          },
        });
        return { ...file, content };
      },
    };
    await bytesOf((await archive(counted)).content);
    expect({ open, opened }).toEqual({ open: 0, opened: 3 });

    const leaving = (await archive(counted)).content.getReader();
    while (opened < 4) await leaving.read();
    await leaving.cancel();
    expect({ open, opened }).toEqual({ open: 0, opened: 4 });
  });

  test('a file that differs from its record leaves no whole archive', async () => {
    await room.upload(mine.submissionId);
    const forged: KycApi = {
      ...room.api,
      downloadDocument: async (call, input) => ({
        ...(await room.api.downloadDocument(call, input)),
        content: new Blob(['forged']).stream() as ReadableStream<Uint8Array>,
      }),
    };
    await expect(bytesOf((await archive(forged)).content)).rejects.toThrow('differs from its record');
  });

  test('without a document there is nothing to download', async () => {
    await expect(archive()).rejects.toMatchObject({ code: 404 });
    expect(await room.events(mine.submissionId, 'documents.archived')).toEqual([]);
  });
});

/** The files of an archive whose entries are stored, by its central directory (PKWARE APPNOTE 4.3.12). */
function unzip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const size = zip.readUInt32LE(at + 20);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const name = zip.subarray(at + 46, at + 46 + (nameLength ?? 0)).toString('utf8');
    expect(files.has(name)).toBe(false);
    files.set(name, zip.subarray(start, start + size));
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}
