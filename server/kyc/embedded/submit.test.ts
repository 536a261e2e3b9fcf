import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { KYC_STATES, type KycState } from '@/lib/kyc/contract/lists';
import { activityOf } from '../../audit/read';
import { openRequests } from '../../db/queries/requests';
import { submissions } from '../../db/schema';
import { describeOnEachDatabase } from '../../db/testing';
import { Capture, COMPLETE, text } from './capture.suite';
import { aCall, moveTo, TENANT } from './fixtures.suite';

describeOnEachDatabase('submitting, and answering again', (kit) => {
  const capture = new Capture(() => kit.db());
  const submit = (submissionId: string) => capture.kyc.submitSubmission(aCall(), { submissionId });
  const details = (submissionId: string) => capture.kyc.getCustomerDetails(aCall(), { submissionId });
  const stateOf = async (id: string) => {
    const [row] = await kit.db().select().from(submissions).where(eq(submissions.id, id));
    return row?.kycState;
  };
  /** The code of the refusal, or the state that the action led to. */
  const outcome = async (id: string, action: () => Promise<unknown>) => {
    const code = await action().then(
      () => undefined,
      (error: { code: number }) => error.code,
    );
    return code ?? (await stateOf(id));
  };

  type Outcome = KycState | number;
  /** In each state: what saving an answer, submitting, saving what is asked for and what is not, and sending that back lead to. */
  const TABLE: Record<
    KycState,
    { save: Outcome; submit: Outcome; asked: Outcome; other: Outcome; back: Outcome }
  > = {
    New: { save: 'Onboarding', submit: 400, asked: 'Onboarding', other: 409, back: 400 },
    Onboarding: {
      save: 'Onboarding',
      submit: 'ComplianceReview',
      asked: 'Onboarding',
      other: 409,
      back: 'ComplianceReview',
    },
    ComplianceReview: {
      save: 409,
      submit: 409,
      asked: 'ComplianceReview',
      other: 409,
      back: 'ComplianceReview',
    },
    Approved: { save: 409, submit: 409, asked: 'Approved', other: 409, back: 'ComplianceReview' },
    Rejected: {
      save: 'OnboardingAfterRejection',
      submit: 409,
      asked: 'OnboardingAfterRejection',
      other: 409,
      back: 'ComplianceReview',
    },
    OnboardingAfterRejection: {
      save: 'OnboardingAfterRejection',
      submit: 'ComplianceReview',
      asked: 'OnboardingAfterRejection',
      other: 409,
      back: 'ComplianceReview',
    },
  };

  describe.each(KYC_STATES)('in the state %s', (state) => {
    const expected = TABLE[state];

    test(`saving leads to ${expected.save}, submitting to ${expected.submit}`, async () => {
      const saved = await capture.standing(state);
      expect(await outcome(saved, () => capture.save(saved, { name: text('Ada King') }))).toBe(expected.save);
      const sent = await capture.standing(state);
      expect(await outcome(sent, () => submit(sent))).toBe(expected.submit);
    });

    test('while something is asked for again, that alone is saved, and sent back', async () => {
      const id = await capture.standing(state);
      await capture.ask(id, { fieldId: 'name' });
      expect((await details(id)).pendingStateId).toBe('ClientInfoMissing');
      const other = () => capture.save(id, { remarks: { fieldTypeId: 'TextArea', textValue: 'x' } });
      expect(await outcome(id, other)).toBe(expected.other);
      const early = await outcome(id, () => submit(id));
      expect(early).toBe(state === 'Rejected' ? 409 : 400);
      expect(await outcome(id, () => capture.save(id, { name: text('Ada King') }))).toBe(expected.asked);
      capture.pass(1_000);
      expect(await outcome(id, () => submit(id))).toBe(expected.back);
      if (expected.back !== 'ComplianceReview') return;
      expect(await openRequests(kit.db(), TENANT, id)).toEqual([]);
      expect(await details(id)).toMatchObject({
        accountStatusId: 'Pending',
        pendingStateId: 'ComplianceReview',
        onboardingCompleted: expect.any(String),
      });
    });
  });

  test('the details tell the truth at every step', async () => {
    const id = await capture.begin();
    const told = async () => {
      const { accountStatusId, pendingStateId, onboardingProgress, onboardingCompleted } = await details(id);
      return [accountStatusId, pendingStateId, onboardingProgress, onboardingCompleted !== null];
    };
    expect(await told()).toEqual(['Pending', 'ClientInfoMissing', 0, false]);
    await capture.save(id, { name: text('Ada') });
    expect(await told()).toEqual(['Pending', 'ClientInfoMissing', 33, false]);
    await capture.save(id, COMPLETE);
    expect(await told()).toEqual(['Pending', 'ClientInfoMissing', 100, false]);
    await submit(id);
    expect(await told()).toEqual(['Pending', 'ComplianceReview', 100, true]);
    await capture.ask(id, { fieldId: 'name' });
    expect(await told()).toEqual(['Pending', 'ClientInfoMissing', 100, true]);
    await capture.save(id, { name: text('Ada King') });
    await submit(id);
    expect(await told()).toEqual(['Pending', 'ComplianceReview', 100, true]);
    await moveTo(kit.db(), id, 'Rejected');
    expect(await told()).toEqual(['Rejected', null, 100, true]);
    await capture.save(id, { nationality: null });
    expect(await told()).toEqual(['Pending', 'ClientInfoMissing', 66, false]);
  });

  test('every field that is missing is named by its full name', async () => {
    const id = await capture.begin();
    await capture.save(id, { exposed: { fieldTypeId: 'SingleOptionRadio', optionId: 'yes' } });
    await expect(submit(id)).rejects.toMatchObject({
      code: 400,
      messages: [
        'About_Main_Name: is required',
        'About_Main_Nationality: is required',
        'About_Main_Exposure: is required',
      ],
    });
  });

  test('an answer to what is asked may bring a question with it, which may be answered too', async () => {
    const id = await capture.standing('ComplianceReview');
    await capture.ask(id, { fieldId: 'exposed' });
    await capture.save(id, { exposed: { fieldTypeId: 'SingleOptionRadio', optionId: 'yes' } });
    await expect(submit(id)).rejects.toMatchObject({
      code: 400,
      messages: ['About_Main_Exposure: is required'],
    });
    await capture.save(id, { exposure: { fieldTypeId: 'TextArea', textValue: 'A minister until 2020' } });
    await submit(id);
    expect(await openRequests(kit.db(), TENANT, id)).toEqual([]);
  });

  test('a document that is asked for again must be another one', async () => {
    const id = await capture.begin();
    const first = await capture.document(id, 'Passport');
    await capture.save(id, { ...COMPLETE, passport: { fieldTypeId: 'Passport', documentId: first } });
    await submit(id);
    await capture.ask(id, { fieldId: 'passport', documentTypeId: 'Passport', documentId: first });
    await capture.ask(id, { documentTypeId: 'SourceOfFunds' });
    const refused = {
      code: 400,
      messages: [
        'Papers_Main_Passport: must be answered again',
        'documents.SourceOfFunds: must be uploaded again',
      ],
    };
    await expect(submit(id)).rejects.toMatchObject(refused);
    await capture.save(id, { passport: { fieldTypeId: 'Passport', documentId: first } });
    await expect(submit(id)).rejects.toMatchObject(refused);
    const second = await capture.document(id, 'Passport');
    await capture.save(id, { passport: { fieldTypeId: 'Passport', documentId: second } });
    await capture.document(id, 'SourceOfFunds');
    await submit(id);
    expect(await stateOf(id)).toBe('ComplianceReview');
  });

  test('what was sent, moved and answered is on record', async () => {
    const id = await capture.standing('Onboarding');
    const first = aCall({ requestId: 'first', actor: { kind: 'customer', id } });
    await capture.kyc.submitSubmission(first, { submissionId: id });
    const requestId = await capture.ask(id, { fieldId: 'name' });
    await capture.save(id, { name: text('Ada King') });
    await moveTo(kit.db(), id, 'Approved');
    await capture.kyc.submitSubmission(aCall({ requestId: 'again' }), { submissionId: id });
    const { events } = await activityOf(kit.db(), TENANT, id);
    const of = (call: string) =>
      events.filter((event) => event.requestId === call).map(({ type, data }) => [type, data]);
    expect(of('first')).toEqual(
      expect.arrayContaining([
        ['submission.submitted', { version: 3 }],
        ['submission.state_changed', { from: 'Onboarding', to: 'ComplianceReview' }],
      ]),
    );
    expect(of('again')).toEqual(
      expect.arrayContaining([
        ['information.answered', { requestIds: [requestId] }],
        ['submission.state_changed', { from: 'Approved', to: 'ComplianceReview' }],
      ]),
    );
    expect(of('again')).toHaveLength(2);
  });

  test('sent twice at once it is submitted once', async () => {
    const id = await capture.standing('Onboarding');
    const settled = await Promise.allSettled([submit(id), submit(id)]);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 409 } });
  });
});
