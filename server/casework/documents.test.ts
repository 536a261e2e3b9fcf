import { beforeEach, expect, test } from 'vitest';
import { newId } from '@/lib/new-id';
import { describeOnEachDatabase } from '../db/testing';
import { aPdf, aPng, sha256, uploadOf } from '../kyc/files.suite';
import { vaultKit } from '../kyc/vault.suite';
import { previewAnswer } from './document-answers';
import { documentReaders } from './document-readers';
import { deleteDocuments, documentPreview, openDocument, uploadInto } from './documents';
import { bytesOf, officer, Room, TENANT } from './room.suite';

describeOnEachDatabase('documents of a customer', (kit) => {
  const { vault } = vaultKit();
  const room = new Room(kit, vault);
  let mine: Awaited<ReturnType<Room['customer']>>;
  let others: typeof mine;
  beforeEach(async () => {
    [mine, others] = [await room.customer(), await room.customer()];
  });

  test('a download is the file byte for byte, and on record with who took it', async () => {
    const content = aPdf('mine');
    const id = await room.upload(mine.submissionId, { content, originalFileName: 'résumé.pdf' });
    const file = await openDocument(room.api, officer, mine, id);
    expect(file).toMatchObject({ contentType: 'application/pdf', fileName: 'résumé.pdf' });
    expect(await room.events(mine.submissionId, 'document.downloaded')).toEqual([
      { data: { documentId: id }, actorId: 'officer-1' },
    ]);
    expect(sha256(await bytesOf(file.content))).toBe(sha256(content));
  });

  test("another customer's document and an unknown one are the same 404, and nothing is on record", async () => {
    const id = await room.upload(others.submissionId);
    for (const documentId of [id, newId()]) {
      await expect(openDocument(room.api, officer, mine, documentId)).rejects.toMatchObject({ code: 404 });
      await expect(documentPreview(room.api, officer, mine, documentId, 1)).rejects.toMatchObject({
        code: 404,
      });
      await expect(deleteDocuments(room.api, officer, mine, [documentId])).rejects.toMatchObject({
        code: 404,
      });
    }
    expect(await room.events(mine.submissionId, 'document.downloaded')).toEqual([]);
    expect(await room.events(mine.submissionId, 'document.viewed')).toEqual([]);
    expect((await room.api.listDocuments(officer, others)).map((one) => one.id)).toEqual([id]);
  });

  test('a preview is a picture drawn anew that can run nothing, and counts as one view', async () => {
    const id = await room.upload(mine.submissionId, { content: aPng(), originalFileName: 'a.png' });
    const answer = previewAnswer(await documentPreview(room.api, officer, mine, id, 1));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': 'inline',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    await expect(documentPreview(room.api, officer, mine, id, 2)).rejects.toMatchObject({ code: 404 });
    expect(await room.events(mine.submissionId, 'document.viewed')).toEqual([
      { data: { documentId: id }, actorId: 'officer-1' },
    ]);
  });

  test('who looked and who took is told by person and way, for this document alone', async () => {
    const id = await room.upload(mine.submissionId);
    const other = await room.upload(mine.submissionId, { documentTypeId: 'Passport' });
    for (const call of [officer, { ...officer, actor: { kind: 'customer', id: mine.submissionId } as const }])
      await bytesOf((await openDocument(room.api, call, mine, id)).content);
    await documentPreview(room.api, officer, mine, id, 1);
    await documentPreview(room.api, officer, mine, id, 1);
    await documentPreview(room.api, officer, mine, other, 1);
    const readers = await documentReaders(kit.db(), TENANT, mine.submissionId, id);
    expect(readers.map(({ kind, how, count }) => ({ kind, how, count })).toSorted(byText)).toEqual(
      [
        { kind: 'customer', how: 'downloaded', count: 1 },
        { kind: 'staff', how: 'downloaded', count: 1 },
        { kind: 'staff', how: 'viewed', count: 2 },
      ].toSorted(byText),
    );
    expect(await documentReaders(kit.db(), 'another-tenant', mine.submissionId, id)).toEqual([]);
    expect(await documentReaders(kit.db(), TENANT, others.submissionId, id)).toEqual([]);
  });

  test('what a member of staff uploads is kept under its employee, and only while the form is open', async () => {
    const clerk = { ...officer, actor: { ...officer.actor, employeeId: 'employee-1' } };
    const parts = () => uploadOf({ originalFileName: 'a.pdf', content: aPdf() });
    await expect(uploadInto(room.api, clerk, mine, parts())).rejects.toMatchObject({ code: 409 });
    const open = await room.customer('Onboarding');
    const [document] = await uploadInto(room.api, clerk, open, parts());
    const { documents } = await room.api.getIndividualProfile(officer, open);
    expect(documents.find(({ id }) => id === document?.id)?.uploadedBy).toBe('employee-1');
    await deleteDocuments(room.api, clerk, open, [document?.id ?? '']);
    expect(await room.api.listDocuments(officer, open)).toEqual([]);
  });
});

const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
