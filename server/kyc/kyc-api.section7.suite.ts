import { desc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { AddCustomerInput } from '@/lib/kyc/contract/customers';
import { documentItem, FILE_LIMIT } from '@/lib/kyc/contract/documents';
import { KycError } from '@/lib/kyc/contract/errors';
import { publishedSamples } from '@/lib/kyc/contract/samples';
import { newId } from '@/lib/new-id';
import { auditEvents, documents } from '../db/schema';
import { pdfOfSize, tiffOf } from '../documents/samples.suite';
import { aPdf, aPng, sha256, uploadOf, uploadOfAll } from './files.suite';
import type { Side } from './kyc-api.suite';

const individual: AddCustomerInput = publishedSamples.addCustomer.requests.individual;

const bytesOf = async (content: ReadableStream<Uint8Array>) =>
  Buffer.from(await new Response(content).arrayBuffer());

/** Section 7 as every implementation of the port shows it: documents handed in, listed, given out and deleted. */
export function behavesAsDocuments(side: () => Side): void {
  let submissionId: string;
  const own = () => side().of('suite-tenant');
  beforeEach(async () => {
    const { kyc, call } = own();
    const customerEmail = `${newId()}@example.com`;
    ({ submissionId } = await kyc.addCustomer(call, { ...individual, customerEmail }));
  });

  const upload = (parts: ReturnType<typeof uploadOf>) => {
    const { kyc, call } = own();
    return kyc.uploadDocuments(call, { submissionId, parts });
  };
  const list = () => {
    const { kyc, call } = own();
    return kyc.listDocuments(call, { submissionId });
  };
  const download = (documentId: string) => {
    const { kyc, call } = own();
    return kyc.downloadDocument(call, { submissionId, documentId });
  };
  const remove = (ids: string[]) => {
    const { kyc, call } = own();
    return kyc.deleteDocuments(call, { submissionId, ids });
  };
  const profile = () => {
    const { kyc, call } = own();
    return kyc.getIndividualProfile(call, { submissionId });
  };
  const rows = () => side().db().select().from(documents).where(eq(documents.submissionId, submissionId));
  const events = async () =>
    (
      await side()
        .db()
        .select({ type: auditEvents.type, data: auditEvents.data })
        .from(auditEvents)
        .where(eq(auditEvents.submissionId, submissionId))
        .orderBy(desc(auditEvents.id))
    ).filter(({ type }) => type.startsWith('document.'));
  const messagesOf = (refused: Promise<unknown>) =>
    refused.then(
      () => 'taken',
      (error: unknown) => (error instanceof KycError ? [error.code, ...error.messages] : error),
    );

  describe('an upload', () => {
    test('gives the new list item, is listed and comes back byte for byte', async () => {
      const content = aPdf('one');
      const [item] = await upload(
        uploadOf({
          originalFileName: 'Reisepass – 护照.pdf',
          documentTypeId: 'Passport',
          description: 'Data page, "both" sides',
          expiryDate: '2031-05-04',
          content,
        }),
      );
      expect(documentItem.safeParse(item).success).toBe(true);
      expect(item).toEqual({
        id: expect.any(String),
        fileName: 'Reisepass – 护照.pdf',
        originalFileName: 'Reisepass – 护照.pdf',
        description: 'Data page, "both" sides',
        documentTypeId: 'Passport',
        fileSizeInBytes: content.byteLength,
        contentType: 'application/pdf',
        shA256Hash: sha256(content),
      });
      expect(await list()).toEqual([item]);
      const file = await download(item?.id ?? '');
      expect(file).toMatchObject({
        contentType: 'application/pdf',
        fileName: 'Reisepass – 护照.pdf',
        sizeInBytes: content.byteLength,
      });
      expect((await bytesOf(file.content)).equals(content)).toBe(true);
      expect((await profile()).documents).toMatchObject([
        {
          ...item,
          expiryDate: '2031-05-04',
          version: 1,
          pageCount: 1,
          uploadedAt: expect.stringMatching(/Z$/),
        },
      ]);
    });

    test('needs a name and the bytes only; the type is Other then', async () => {
      const [item] = await upload(uploadOf({ originalFileName: 'scan.png', content: aPng(3, 4) }));
      expect(item).toMatchObject({ documentTypeId: 'Other', description: null, contentType: 'image/png' });
      expect((await profile()).documents).toMatchObject([{ expiryDate: null, width: 3, height: 4 }]);
    });

    test('may have several documents, which are listed in their order', async () => {
      const items = await upload(
        uploadOfAll([
          { originalFileName: 'a.pdf', documentTypeId: 'SourceOfFunds', content: aPdf() },
          { originalFileName: 'b.png', documentTypeId: 'Liveness', content: aPng() },
          { originalFileName: 'c.tif', documentTypeId: 'W9', content: tiffOf([1]) },
        ]),
      );
      expect(items.map(({ documentTypeId }) => documentTypeId)).toEqual(['SourceOfFunds', 'Liveness', 'W9']);
      expect(await list()).toEqual(items);
    });

    test('may have a file of exactly the limit', async () => {
      const content = pdfOfSize(FILE_LIMIT);
      const [item] = await upload(uploadOf({ originalFileName: 'large.pdf', content }));
      expect(item).toMatchObject({ fileSizeInBytes: FILE_LIMIT, shA256Hash: sha256(content) });
      const file = await download(item?.id ?? '');
      expect(sha256(await bytesOf(file.content))).toBe(sha256(content));
    });

    test('of the same type again is a new version, and the old one stays readable', async () => {
      const [old] = await upload(
        uploadOf({
          originalFileName: 'old.pdf',
          documentTypeId: 'Passport',
          content: aPdf('old'),
        }),
      );
      await upload(
        uploadOf({
          originalFileName: 'new.pdf',
          documentTypeId: 'Passport',
          content: aPdf('new'),
        }),
      );
      const listed = (await profile()).documents;
      expect(listed?.map(({ fileName, version }) => [fileName, version])).toEqual([
        ['old.pdf', 1],
        ['new.pdf', 2],
      ]);
      const file = await download(old?.id ?? '');
      expect((await bytesOf(file.content)).equals(aPdf('old'))).toBe(true);
    });

    test('side by side with others of its type has a version of its own', async () => {
      await Promise.all(
        [0, 1, 2, 3].map((one) =>
          upload(uploadOf({ originalFileName: `${one}.pdf`, documentTypeId: 'W9', content: aPdf() })),
        ),
      );
      expect((await rows()).map(({ version }) => version).sort()).toEqual([1, 2, 3, 4]);
    });

    test('is no answer: the state stays, the version rises once, and the directory and the trail follow', async () => {
      const before = (await profile()).submission;
      await upload(
        uploadOfAll([
          { originalFileName: 'a.pdf', content: aPdf() },
          { originalFileName: 'b.pdf', content: aPdf() },
        ]),
      );
      const after = (await profile()).submission;
      expect(after).toMatchObject({ kycState: 'New', onboardingProgress: 0 });
      expect(after?.version).toBe((before?.version ?? 0) + 1);
      expect(await events()).toEqual(
        (await rows())
          .map(({ id }) => ({
            type: 'document.recorded',
            data: { documentId: id, documentTypeId: 'Other', sha256: sha256(aPdf()) },
          }))
          .reverse(),
      );
    });

    test('that brings what the risk model waits for leads to another assessment', async () => {
      const scoreOf = async () => (await profile()).riskAssessment?.score ?? 0;
      const before = await scoreOf();
      await upload(uploadOf({ originalFileName: 'a.pdf', documentTypeId: 'Passport', content: aPdf() }));
      expect(await scoreOf()).toBeLessThan(before);
    });

    const name = 'a.pdf';
    const content = aPdf();
    test.each([
      ['no name', uploadOf({ content }), [400, 'OriginalFileName: is required']],
      [
        'an empty name',
        uploadOf({ originalFileName: ' ', content }),
        [400, 'OriginalFileName: must not be empty'],
      ],
      ['no bytes', uploadOf({ originalFileName: name }), [400, 'FileContent: is required']],
      [
        'empty bytes',
        uploadOf({ originalFileName: name, content: new Uint8Array() }),
        [400, 'FileContent: is empty'],
      ],
      [
        'another kind of file',
        uploadOf({ originalFileName: name, content: Buffer.from('<html><script>alert(1)</script>') }),
        [415, 'FileContent: must be a PDF, JPEG, PNG or TIFF file'],
      ],
      [
        'a byte too many',
        uploadOf({
          originalFileName: name,
          content: Buffer.concat([pdfOfSize(FILE_LIMIT), Buffer.from('x')]),
        }),
        [413, 'FileContent: must have at most 20 MiB'],
      ],
      [
        'everything wrong at once',
        uploadOf({
          originalFileName: 'a\u0000.pdf',
          documentTypeId: 'DriversLicence',
          description: 'x'.repeat(1_001),
          expiryDate: '2030-02-30',
          content,
        }),
        [
          400,
          'OriginalFileName: must not contain control characters',
          expect.stringMatching(/^DocumentTypeId: must be one of Passport, IdCardFront/),
          'Description: must have at most 1000 characters',
          expect.stringMatching(/^ExpiryDate: must be/),
        ],
      ],
      [
        'one bad document of several',
        uploadOfAll([
          { originalFileName: name, content },
          { originalFileName: name, content, expiryDate: 'soon' },
        ]),
        [400, expect.stringMatching(/^documents\[1\]\.ExpiryDate: must be/)],
      ],
      [
        'one bad file of several',
        uploadOfAll([
          { originalFileName: name, content },
          { originalFileName: name, content: Buffer.from('GIF89a') },
        ]),
        [415, 'documents[1].FileContent: must be a PDF, JPEG, PNG or TIFF file'],
      ],
    ])('with %s is refused whole', async (_what, parts, refusal) => {
      expect(await messagesOf(upload(parts))).toEqual(refusal);
      expect(await rows()).toEqual([]);
      expect((await profile()).submission?.version).toBe(1);
    });

    test('to an unknown submission or one of another tenant is a 404', async () => {
      const other = side().of('other-tenant');
      const refused = await Promise.all([
        messagesOf(
          own().kyc.uploadDocuments(own().call, {
            submissionId: 'unknown',
            parts: uploadOf({ originalFileName: name, content }),
          }),
        ),
        messagesOf(
          other.kyc.uploadDocuments(other.call, {
            submissionId,
            parts: uploadOf({ originalFileName: name, content }),
          }),
        ),
      ]);
      expect(refused).toEqual([
        [404, 'Not found'],
        [404, 'Not found'],
      ]);
    });
  });

  describe('a download', () => {
    test('of an unknown document, or through another submission or tenant, is a 404', async () => {
      const [item] = await upload(uploadOf({ originalFileName: 'a.pdf', content: aPdf() }));
      const documentId = item?.id ?? '';
      const { kyc, call } = own();
      const other = side().of('other-tenant');
      const elsewhere = await kyc.addCustomer(call, {
        ...individual,
        customerEmail: `${newId()}@example.com`,
      });
      const refused = await Promise.all([
        messagesOf(download('unknown')),
        messagesOf(kyc.downloadDocument(call, { ...elsewhere, documentId })),
        messagesOf(other.kyc.downloadDocument(other.call, { submissionId, documentId })),
      ]);
      expect(refused).toEqual(Array(3).fill([404, 'Not found']));
    });

    test('may be given up in the middle', async () => {
      const [item] = await upload(uploadOf({ originalFileName: 'a.pdf', content: pdfOfSize(1_000_000) }));
      const { content } = await download(item?.id ?? '');
      const reader = content.getReader();
      expect((await reader.read()).value?.byteLength).toBeGreaterThan(0);
      await reader.cancel();
      expect(await list()).toHaveLength(1);
    });
  });

  describe('a deletion', () => {
    const three = () =>
      upload(
        uploadOfAll(
          ['Passport', 'W9', 'Other'].map((documentTypeId) => ({
            originalFileName: 'a.pdf',
            documentTypeId,
            content: aPdf(),
          })),
        ),
      );

    test('says how many it deleted; they are gone from list, profile and download, and their record stays', async () => {
      const ids = (await three()).map(({ id }) => id);
      expect(await remove(ids)).toBe('Deleted 3 documents');
      expect(await list()).toEqual([]);
      expect((await profile()).documents).toEqual([]);
      expect(await messagesOf(download(ids[0] ?? ''))).toEqual([404, 'Not found']);
      const left = await rows();
      expect(left).toHaveLength(3);
      for (const row of left) {
        expect(row).toMatchObject({ sha256: sha256(aPdf()), sealedKey: null, keyId: null });
        expect(row.deletedAt).toBeInstanceOf(Date);
      }
      expect((await events()).filter(({ type }) => type === 'document.deleted')).toHaveLength(3);
    });

    test('of one leaves the others; a number of a version is not given again', async () => {
      const [passport, w9, other] = await three();
      expect(await remove([passport?.id ?? ''])).toBe('Deleted 1 documents');
      expect(await list()).toEqual([w9, other]);
      await upload(uploadOf({ originalFileName: 'b.pdf', documentTypeId: 'Passport', content: aPdf() }));
      expect((await profile()).documents?.at(-1)).toMatchObject({ fileName: 'b.pdf', version: 2 });
    });

    test('counts a document that is named twice once', async () => {
      const [passport] = await three();
      expect(await remove([passport?.id ?? '', passport?.id ?? ''])).toBe('Deleted 1 documents');
    });

    test('deletes nothing if one is unknown, deleted already or of another submission', async () => {
      const ids = (await three()).map(({ id }) => id);
      const first = ids[0] ?? '';
      expect(await messagesOf(remove([...ids, 'unknown']))).toEqual([404, 'Not found']);
      expect(await list()).toHaveLength(3);
      await remove([first]);
      expect(await messagesOf(remove(ids))).toEqual([404, 'Not found']);
      expect(await list()).toHaveLength(2);
      const other = side().of('other-tenant');
      const foreign = other.kyc.deleteDocuments(other.call, { submissionId, ids: ids.slice(1) });
      expect(await messagesOf(foreign)).toEqual([404, 'Not found']);
      expect(await list()).toHaveLength(2);
    });

    test('raises the version', async () => {
      const [passport] = await three();
      const before = (await profile()).submission?.version ?? 0;
      await remove([passport?.id ?? '']);
      expect((await profile()).submission?.version).toBe(before + 1);
    });
  });
}
