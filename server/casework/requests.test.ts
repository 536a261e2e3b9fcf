import { beforeEach, describe, expect, test } from 'vitest';
import type { KycState } from '@/lib/kyc/contract/lists';
import { newId } from '@/lib/new-id';
import { mails } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { vaultKit } from '../kyc/vault.suite';
import { readReviews } from './document-lines';
import { acceptDocument, askAgain, requestsOf, takeBackRequest } from './requests';
import { officer, Room, TENANT } from './room.suite';

describeOnEachDatabase('asking a customer again', (kit) => {
  const { vault } = vaultKit();
  const room = new Room(kit, vault);
  let mine: Awaited<ReturnType<Room['customer']>>;
  let others: typeof mine;
  beforeEach(async () => {
    [mine, others] = [await room.customer(), await room.customer()];
  });

  const parts = (call = officer) => ({ api: room.api, db: kit.db(), call, at: room.capture.now });
  const asking = (subject: { documentId: string } | { fieldId: string }, customer = mine, call = officer) =>
    askAgain(parts(call), customer, { subject, reason: 'unreadable', words: 'Please send it again.' });
  const open = async (customer = mine) =>
    (await requestsOf(kit.db(), TENANT, customer.submissionId)).filter(({ state }) => state === 'open');
  const standing = async (customer = mine) =>
    (await room.api.getIndividualProfile(officer, customer)).submission;
  const reviewOf = async (documentId: string) =>
    (await readReviews(kit.db(), TENANT, mine.submissionId)).get(documentId)?.decision;

  test('leaves a request, a review, an event and a mail in one go, and the case waits on the customer', async () => {
    const documentId = await room.upload(mine.submissionId, { documentTypeId: 'ProofofAddress' });
    const { requestId, mailed } = await asking({ documentId });
    expect(mailed).toBe(true);
    expect(await open()).toMatchObject([
      { id: requestId, documentId, documentTypeId: 'ProofofAddress', reason: 'unreadable' },
    ]);
    expect(await reviewOf(documentId)).toBe('askedAgain');
    expect(await room.events(mine.submissionId, 'information.requested')).toEqual([
      {
        data: {
          requestId,
          fieldId: null,
          documentTypeId: 'ProofofAddress',
          documentId,
          reason: 'unreadable',
        },
        actorId: 'officer-1',
      },
    ]);
    const queued = (await kit.db().select().from(mails)).filter(
      ({ kind, submissionId }) => kind === 'information_requested' && submissionId === mine.submissionId,
    );
    expect(queued).toHaveLength(1);
    expect(await standing()).toMatchObject({
      kycState: 'ComplianceReview',
      pendingStateId: 'ClientInfoMissing',
    });
  });

  test('a question and the document that answers it are asked for together', async () => {
    const answer = (fieldId: string) => ({ fieldId, reason: 'incomplete' as const });
    await asking({ fieldId: 'name' });
    expect(await open()).toMatchObject([{ fieldId: 'name', documentTypeId: null, documentId: null }]);

    const held = await room.customer('Onboarding');
    const documentId = await room.upload(held.submissionId, { documentTypeId: 'Passport' });
    await room.capture.save(held.submissionId, { passport: { fieldTypeId: 'Passport', documentId } });
    await room.api.submitSubmission(officer, held);
    const both = { fieldId: 'passport', documentTypeId: 'Passport', documentId };
    const { requestId } = await asking({ fieldId: 'passport' }, held);
    expect(await open(held)).toMatchObject([both]);
    await takeBackRequest(parts(), held, requestId);
    await asking({ documentId }, held);
    expect(await open(held)).toMatchObject([{ ...both, ...answer('passport'), reason: 'unreadable' }]);
  });

  describe('nothing of somebody else', () => {
    test("another customer's document, an unknown question, another's request: 404, and nothing changes", async () => {
      const documentId = await room.upload(others.submissionId, { documentTypeId: 'W9' });
      const { requestId } = await asking({ documentId }, others);
      const notFound = { code: 404 };
      await expect(asking({ documentId })).rejects.toMatchObject(notFound);
      await expect(asking({ fieldId: newId() })).rejects.toMatchObject(notFound);
      await expect(acceptDocument(parts(), mine, documentId)).rejects.toMatchObject(notFound);
      await expect(takeBackRequest(parts(), mine, requestId)).rejects.toMatchObject(notFound);
      expect(await open()).toEqual([]);
      expect(await open(others)).toHaveLength(1);
    });

    test('a call of another tenant finds no customer', async () => {
      const documentId = await room.upload(mine.submissionId);
      const foreign = { ...officer, tenantId: 'another-tenant' };
      await expect(
        askAgain(parts(foreign as typeof officer), mine, {
          subject: { documentId },
          reason: 'other',
          words: 'x',
        }),
      ).rejects.toMatchObject({ code: 404 });
      expect(await open()).toEqual([]);
    });
  });

  test.each<[KycState, document: boolean, answer: boolean]>([
    ['New', false, false],
    ['Onboarding', false, false],
    ['OnboardingAfterRejection', false, false],
    ['ComplianceReview', true, true],
    ['Rejected', true, true],
    ['Approved', true, false],
  ])('in %s a document may be asked for: %s, an answer: %s', async (state, document, answer) => {
    const customer = await room.customer(state);
    const documentId = await room.upload(customer.submissionId);
    const kycState = (await standing(customer))?.kycState;
    const outcome = (work: Promise<unknown>) =>
      work.then(
        () => true,
        (error: { code: number }) => (error.code === 409 ? false : error.code),
      );
    // An upload after a negative decision begins a new round.
    const expected = kycState === state ? { document, answer } : { document: false, answer: false };
    expect({
      document: await outcome(asking({ documentId }, customer)),
      answer: await outcome(asking({ fieldId: 'name' }, customer)),
    }).toEqual(expected);
    if (kycState === state)
      expect(await outcome(acceptDocument(parts(), customer, documentId))).toBe(document);
  });

  test('an earlier version is neither accepted nor asked for: the newer one counts', async () => {
    const earlier = await room.upload(mine.submissionId, { documentTypeId: 'W9' });
    const current = await room.upload(mine.submissionId, { documentTypeId: 'W9' });
    await expect(asking({ documentId: earlier })).rejects.toMatchObject({ code: 409 });
    await expect(acceptDocument(parts(), mine, earlier)).rejects.toMatchObject({ code: 409 });
    await acceptDocument(parts(), mine, current);
    expect(await reviewOf(current)).toBe('accepted');
  });

  test('of two who ask for the same at once, one does', async () => {
    const documentId = await room.upload(mine.submissionId);
    const outcomes = await Promise.allSettled([asking({ documentId }), asking({ documentId })]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await open()).toHaveLength(1);
  });

  test('an acceptance withdraws the request for the document; a closed request cannot be withdrawn', async () => {
    const documentId = await room.upload(mine.submissionId);
    const { requestId } = await asking({ documentId });
    await acceptDocument(parts(), mine, documentId);
    expect(await open()).toEqual([]);
    expect(await reviewOf(documentId)).toBe('accepted');
    expect(await room.events(mine.submissionId, 'information.withdrawn')).toEqual([
      { data: { requestId }, actorId: 'officer-1' },
    ]);
    expect((await standing())?.pendingStateId).toBe('ComplianceReview');
    await expect(takeBackRequest(parts(), mine, requestId)).rejects.toMatchObject({ code: 409 });
  });
});
