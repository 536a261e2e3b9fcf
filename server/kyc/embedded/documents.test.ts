import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Actor, KycCall } from '@/lib/kyc/api';
import type { UploadPart } from '@/lib/kyc/contract/documents';
import { KycError } from '@/lib/kyc/contract/errors';
import type { KycState } from '@/lib/kyc/contract/lists';
import { newId } from '@/lib/new-id';
import { answers, auditEvents, directory, documents } from '../../db/schema';
import { describeOnEachDatabase } from '../../db/testing';
import { aPdf, type FilePlan, uploadOf, uploadOfAll } from '../files.suite';
import { vaultKit } from '../vault.suite';
import { embeddedKyc } from '.';
import { Capture, capturePages } from './capture.suite';
import { aCall } from './fixtures.suite';

describeOnEachDatabase('documents in the engine', (kit) => {
  const { vault, stored } = vaultKit();
  const capture = new Capture(() => kit.db());
  const kyc = () => embeddedKyc({ db: kit.db(), clock: () => capture.now, newId, vault: vault() });
  const by = (actor: Actor): KycCall => aCall({ actor });
  const customer = (submissionId: string) => by({ kind: 'customer', id: submissionId });
  const clerk = by({ kind: 'staff', id: 'user-1', name: 'Clerk', employeeId: 'employee-1' });
  const upload = (call: KycCall, submissionId: string, plan: FilePlan = {}) =>
    kyc().uploadDocuments(call, {
      submissionId,
      parts: uploadOf({ originalFileName: 'a.pdf', content: aPdf(), ...plan }),
    });
  const remove = (call: KycCall, submissionId: string, ids: string[]) =>
    kyc().deleteDocuments(call, { submissionId, ids });
  const idOf = async (uploaded: ReturnType<typeof upload>) => (await uploaded)[0]?.id ?? '';
  const messagesOf = (refused: Promise<unknown>) =>
    refused.then(
      () => 'done',
      (error: unknown) => (error instanceof KycError ? [error.code, ...error.messages] : error),
    );
  const recordOf = async (id: string) =>
    (await kit.db().select().from(documents).where(eq(documents.id, id)))[0];
  const versionOf = async (submissionId: string) =>
    (await kyc().getIndividualProfile(aCall(), { submissionId })).submission?.version ?? 0;

  describe('who may hand in', () => {
    test.each<KycState>(['New', 'Onboarding', 'Rejected', 'OnboardingAfterRejection'])(
      'in %s the customer, staff and other systems, and their source is kept; the state stays',
      async (state) => {
        const id = await capture.standing(state);
        const sources: (string | null | undefined)[] = [];
        for (const call of [customer(id), clerk, aCall()]) {
          sources.push((await recordOf(await idOf(upload(call, id))))?.uploadedBy);
        }
        expect(sources).toEqual(['customer', 'employee-1', 'demo-app']);
        const { submission } = await kyc().getIndividualProfile(aCall(), { submissionId: id });
        expect(submission?.kycState).toBe(state);
      },
    );

    test.each<KycState>(['ComplianceReview', 'Approved'])(
      'in %s no person, before a byte is stored; another system may, and the version rises',
      async (state) => {
        const id = await capture.standing(state);
        const before = stored();
        const refusal = [409, `Documents cannot be changed in the state ${state}`];
        expect(await messagesOf(upload(customer(id), id))).toEqual(refusal);
        expect(await messagesOf(upload(clerk, id))).toEqual(refusal);
        expect(stored()).toEqual(before);
        const version = await versionOf(id);
        await upload(aCall(), id);
        expect(await versionOf(id)).toBe(version + 1);
        const [line] = await kit.db().select().from(directory).where(eq(directory.submissionId, id));
        expect(line?.version).toBe(version + 1);
      },
    );

    test('of what is asked for again, that alone', async () => {
      const id = await capture.standing('ComplianceReview');
      await capture.ask(id, { documentTypeId: 'ProofofAddress' });
      await capture.ask(id, { fieldId: 'card' });
      const before = stored().files;
      const only = [409, 'DocumentTypeId: is not asked for again'];
      expect(await messagesOf(upload(customer(id), id, { documentTypeId: 'Passport' }))).toEqual(only);
      expect(await messagesOf(upload(clerk, id))).toEqual(only);
      const parts = uploadOfAll([
        { originalFileName: 'a.pdf', documentTypeId: 'ProofofAddress', content: aPdf() },
        { originalFileName: 'b.pdf', documentTypeId: 'W9', content: aPdf() },
      ]);
      expect(await messagesOf(kyc().uploadDocuments(customer(id), { submissionId: id, parts }))).toEqual([
        409,
        'documents[1].DocumentTypeId: is not asked for again',
      ]);
      expect(stored().files).toBe(before);
      for (const documentTypeId of ['ProofofAddress', 'IdCardFront', 'IdCardBack']) {
        await upload(customer(id), id, { documentTypeId });
      }
      expect(stored().files).toBe(before + 3);
    });

    test('a customer into its own submission alone', async () => {
      const [own, other] = [await capture.standing('Onboarding'), await capture.standing('Onboarding')];
      expect(await messagesOf(upload(customer(own), other))).toEqual([404, 'Not found']);
    });
  });

  describe('nothing is left behind', () => {
    test('by an upload that breaks off, after its first file was stored', async () => {
      const id = await capture.standing('Onboarding');
      const before = stored();
      const fault = new Error('the line is gone');
      async function* broken(): AsyncGenerator<UploadPart> {
        yield* uploadOfAll([{ originalFileName: 'a.pdf', content: aPdf() }]);
        async function* half() {
          yield aPdf().subarray(0, 100);
          throw fault;
        }
        yield { kind: 'content', file: 1, content: half() };
      }
      const refused = kyc().uploadDocuments(aCall(), { submissionId: id, parts: broken() });
      await expect(refused).rejects.toBe(fault);
      expect(stored()).toEqual(before);
    });

    test('by one that was overtaken: compliance began its review while the bytes were on their way', async () => {
      const id = await capture.standing('Onboarding');
      const before = stored();
      async function* slow(): AsyncGenerator<UploadPart> {
        yield* uploadOf({ originalFileName: 'a.pdf', content: aPdf() });
        await kyc().submitSubmission(customer(id), { submissionId: id });
      }
      const refused = kyc().uploadDocuments(customer(id), { submissionId: id, parts: slow() });
      expect(await messagesOf(refused)).toEqual([
        409,
        'Documents cannot be changed in the state ComplianceReview',
      ]);
      expect(stored()).toEqual(before);
    });

    test('by a deletion: the bytes are gone, and were unreadable from the moment it was done', async () => {
      const id = await capture.standing('Onboarding');
      const before = stored();
      const documentId = await idOf(upload(aCall(), id));
      const { sealedKey, keyId } = (await recordOf(documentId)) ?? {};
      expect(sealedKey?.byteLength).toBeGreaterThan(32);
      expect(keyId).toBe('suite');
      expect(await remove(customer(id), id, [documentId])).toBe('Deleted 1 documents');
      expect(await recordOf(documentId)).toMatchObject({ sealedKey: null, keyId: null });
      expect(stored()).toEqual(before);
    });
  });

  describe('a deletion', () => {
    /** A submission whose passport and identity card are answered by documents. */
    async function answered() {
      const id = await capture.standing('Onboarding');
      const [passport, front, back] = [
        await idOf(upload(aCall(), id, { documentTypeId: 'Passport' })),
        await idOf(upload(aCall(), id, { documentTypeId: 'IdCardFront', expiryDate: '2031-01-01' })),
        await idOf(upload(aCall(), id, { documentTypeId: 'IdCardBack' })),
      ];
      await capture.save(id, {
        passport: { fieldTypeId: 'Passport', documentId: passport },
        card: { fieldTypeId: 'IdCard', idCardFrontId: front, idCardBackId: back },
      });
      return { id, passport, front, back };
    }

    test('takes the answers with it that name the document, whichever place they name it in', async () => {
      const { id, passport, back } = await answered();
      await remove(customer(id), id, [passport, back]);
      const left = await kit.db().select().from(answers).where(eq(answers.submissionId, id));
      expect(left.map(({ fieldId }) => fieldId).sort()).toEqual(['exposed', 'name', 'nationality']);
      const events = await kit.db().select().from(auditEvents).where(eq(auditEvents.submissionId, id));
      const last = events.filter(({ type }) => type === 'answers.saved').at(-1);
      expect(last?.data).toEqual({ fieldIds: expect.arrayContaining(['passport', 'card']) });
    });

    test('of a required answer lowers the progress, in the directory too', async () => {
      const pages = capturePages().map((page) => ({
        ...page,
        sections: page.sections.map((section) => ({
          ...section,
          fields: section.fields.map((field) => ({ ...field, isRequired: field.id === 'passport' })),
        })),
      }));
      const id = await capture.begin(pages);
      const documentId = await idOf(upload(aCall(), id, { documentTypeId: 'Passport' }));
      await capture.save(id, { passport: { fieldTypeId: 'Passport', documentId } });
      const progress = async () => {
        const [line] = await kit.db().select().from(directory).where(eq(directory.submissionId, id));
        const { submission } = await kyc().getIndividualProfile(aCall(), { submissionId: id });
        return [submission?.onboardingProgress, line?.onboardingProgress];
      };
      expect(await progress()).toEqual([100, 100]);
      await remove(aCall(), id, [documentId]);
      expect(await progress()).toEqual([0, 0]);
    });

    test('of a document that a locked field names is refused', async () => {
      const pages = capturePages();
      const id = await capture.begin(pages);
      const documentId = await idOf(upload(aCall(), id, { documentTypeId: 'Passport' }));
      const value = { documentId };
      const answer = { submissionId: id, fieldId: 'reference', fieldTypeId: 'Document' as const, value };
      await kit
        .db()
        .insert(answers)
        .values({ ...answer, id: newId(), answeredAt: capture.now, answeredBy: 'demo-app' });
      expect(await messagesOf(remove(aCall(), id, [documentId]))).toEqual([
        409,
        'A document that answers a locked field cannot be deleted',
      ]);
    });

    test('spares what compliance has seen: under review nothing, then what was handed in since it asked', async () => {
      const { id, passport } = await answered();
      await kyc().submitSubmission(customer(id), { submissionId: id });
      expect(await messagesOf(remove(customer(id), id, [passport]))).toEqual([
        409,
        'Documents cannot be changed in the state ComplianceReview',
      ]);
      await capture.ask(id, { documentTypeId: 'Passport', documentId: passport });
      const seen = [409, 'What compliance has seen cannot be deleted now'];
      expect(await messagesOf(remove(customer(id), id, [passport]))).toEqual(seen);
      expect(await messagesOf(remove(clerk, id, [passport]))).toEqual(seen);
      const again = await idOf(upload(customer(id), id, { documentTypeId: 'Passport' }));
      expect(await remove(customer(id), id, [again])).toBe('Deleted 1 documents');
      expect(await remove(aCall(), id, [passport])).toBe('Deleted 1 documents');
    });
  });

  describe('a download', () => {
    const downloads = async (submissionId: string) =>
      (await kit.db().select().from(auditEvents).where(eq(auditEvents.submissionId, submissionId))).filter(
        ({ type }) => type === 'document.downloaded',
      );

    test('by another system is on record; a person’s is where it is served', async () => {
      const id = await capture.standing('Onboarding');
      const documentId = await idOf(upload(aCall(), id));
      for (const call of [clerk, customer(id), aCall()]) {
        const { content } = await kyc().downloadDocument(call, { submissionId: id, documentId });
        await content.cancel();
      }
      expect(await downloads(id)).toMatchObject([{ actorKind: 'apiClient', data: { documentId } }]);
    });

    test('of a file that is missing in the store fails before it begins', async () => {
      const id = await capture.standing('Onboarding');
      const documentId = await idOf(upload(aCall(), id));
      await vault().remove((await recordOf(documentId))?.storageKey ?? '');
      await expect(kyc().downloadDocument(aCall(), { submissionId: id, documentId })).rejects.toThrow();
      expect(await downloads(id)).toEqual([]);
    });

    test('of one that is still to be encrypted is to be asked for again', async () => {
      const id = await capture.standing('Onboarding');
      const documentId = await capture.document(id, 'Other');
      const refused = kyc().downloadDocument(aCall(), { submissionId: id, documentId });
      await expect(refused).rejects.toMatchObject({ code: 503, retryAfter: 30 });
    });
  });
});
