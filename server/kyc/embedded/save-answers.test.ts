import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { KycCall } from '@/lib/kyc/api';
import type { TypedAnswer } from '@/lib/kyc/contract/answers';
import { activityOf } from '../../audit/read';
import { projectSubmission } from '../../db/queries/directory-project';
import { answers, directory, forms, formVersions, riskAssessments, submissions } from '../../db/schema';
import { describeOnEachDatabase } from '../../db/testing';
import { inTransaction } from '../../db/transaction';
import { Capture, COMPLETE, page, saving, text } from './capture.suite';
import { aCall, TENANT } from './fixtures.suite';

describeOnEachDatabase('saving answers', (kit) => {
  const capture = new Capture(() => kit.db());
  const refusal = (code: number, ...messages: string[]) => expect.objectContaining({ code, messages });
  const profileOf = (submissionId: string) => capture.kyc.getIndividualProfile(aCall(), { submissionId });
  const versionOf = async (id: string, fieldId: string) =>
    (await profileOf(id)).answers.find(({ fieldID }) => fieldID === fieldId)?.version;
  const nameOf = async (id: string) =>
    (await profileOf(id)).answers.find(({ fieldID }) => fieldID === 'name')?.['textValue'];

  describe('all at once', () => {
    test('stores them with who answered and when, and begins the onboarding', async () => {
      const id = await capture.begin();
      expect(await capture.save(id, COMPLETE)).toBe(id);
      const { submission, answers: told } = await profileOf(id);
      expect(submission).toMatchObject({ kycState: 'Onboarding', version: 2, onboardingProgress: 100 });
      expect(told).toMatchObject([
        { fieldID: 'name', textValue: 'Ada Byron', answeredBy: 'demo-app', version: 2 },
        { fieldID: 'nationality', countryId: 'GB' },
        { fieldID: 'exposed', optionId: 'no', answeredAt: capture.now.toISOString() },
      ]);
    });

    test.each([
      ['the customer', (id: string) => ({ kind: 'customer', id }), 'customer'],
      ['an employee', () => ({ kind: 'staff', id: 'u1', name: 'Sara', employeeId: 'e1' }), 'e1'],
      [
        'staff tied to no employee',
        () => ({ kind: 'staff', id: 'u1', name: 'Sara', employeeId: null }),
        'u1',
      ],
      ['a system', () => ({ kind: 'apiClient', id: 'crm' }), 'crm'],
    ] as [string, (id: string) => KycCall['actor'], string][])(
      'names %s as the source',
      async (_who, actor, source) => {
        const id = await capture.begin();
        await capture.save(id, { name: text('Ada') }, aCall({ actor: actor(id) }));
        expect((await profileOf(id)).answers).toMatchObject([{ answeredBy: source }]);
      },
    );

    test('takes a field by its full name, and takes answers back', async () => {
      const id = await capture.begin();
      const named = { fqName: 'About_Main_Name', answer: text('Ada') };
      await capture.kyc.saveAnswers(aCall(), { submissionId: id, answers: [named] });
      expect(await nameOf(id)).toBe('Ada');
      await capture.save(id, { name: null, nationality: null });
      expect((await profileOf(id)).answers).toEqual([]);
      const before = (await profileOf(id)).submission.version;
      await capture.save(id, { name: null });
      expect((await profileOf(id)).submission.version).toBe(before);
    });

    test('writes the very line into the directory that a later projection writes', async () => {
      const id = await capture.begin();
      await capture.save(id, COMPLETE);
      const line = () => kit.db().select().from(directory).where(eq(directory.submissionId, id));
      const before = await line();
      expect(before).toMatchObject([{ kycState: 'Onboarding', onboardingProgress: 100, version: 2 }]);
      await inTransaction(kit.db(), (tx) => projectSubmission(tx, id));
      expect(await line()).toEqual(before);
    });

    test('puts fields and moves on record, and no answer', async () => {
      const id = await capture.begin();
      await capture.save(id, { name: text('Nobody Else') }, aCall({ requestId: 'r-9' }));
      const { events } = await activityOf(kit.db(), TENANT, id);
      const own = events.filter(({ requestId }) => requestId === 'r-9');
      expect(own.map(({ type, data }) => [type, data])).toEqual(
        expect.arrayContaining([
          ['answers.saved', { fieldIds: ['name'] }],
          ['submission.state_changed', { from: 'New', to: 'Onboarding' }],
        ]),
      );
      expect(JSON.stringify(events)).not.toContain('Nobody Else');
    });

    test('keeps an assessment only where the result is another', async () => {
      const id = await capture.begin([page('Home', 1, [{ id: 'Nationality', fieldTypeId: 'Country' }])]);
      const assessments = () =>
        kit.db().select().from(riskAssessments).where(eq(riskAssessments.submissionId, id));
      const from = (countryId: string) =>
        capture.save(id, { Nationality: { fieldTypeId: 'Country', countryId } });
      await from('CH');
      capture.pass(1_000);
      await from('CH');
      expect((await assessments()).map(({ trigger }) => trigger)).toEqual([
        'customer.created',
        'answers.saved',
      ]);
      await from('KP');
      expect(await assessments()).toHaveLength(3);
      const [line] = await kit.db().select().from(directory).where(eq(directory.submissionId, id));
      expect(line?.riskScore).toBe((await profileOf(id)).riskAssessment.score);
    });

    test.each(['عبد الرحمن', '王小明', 'Ελένη', '👩‍👩‍👧‍👦', "'; drop table answers; --", '$1 {{x}} <b>'])(
      'keeps %s as it was typed',
      async (typed) => {
        const id = await capture.begin();
        await capture.save(id, { remarks: { fieldTypeId: 'TextArea', textValue: typed } });
        expect((await profileOf(id)).answers).toMatchObject([{ textValue: typed }]);
      },
    );
  });

  describe('or none', () => {
    const passport = (documentId: string): TypedAnswer => ({ fieldTypeId: 'Passport', documentId });

    test('every bad one is named, in the body’s order, and nothing is changed', async () => {
      const id = await capture.begin();
      const bad = capture.kyc.saveAnswers(aCall(), {
        submissionId: id,
        answers: [
          { fieldId: 'name', answer: text('good') },
          { fieldId: 'nobody', answer: text('x') },
          { fqName: 'About_Main_Nobody', answer: text('x') },
          { fieldId: 'nationality', answer: text('GB') },
          { fieldId: 'exposed', answer: { fieldTypeId: 'SingleOptionRadio', optionId: 'perhaps' } },
          { fieldId: 'name', answer: text('again') },
          { fieldId: 'reference', answer: text('x') },
          { fieldId: 'income', answer: { fieldTypeId: 'Number', numberValue: -1 } },
          { fieldId: 'passport', answer: passport('nothing') },
        ],
      });
      const error = (await bad.catch((caught: unknown) => caught)) as { code: number; messages: string[] };
      expect(error.code).toBe(400);
      expect(error.messages.map((message) => message.split(':')[0])).toEqual([
        'answers[1].fieldId',
        'answers[2].fqName',
        'answers[3].answer.fieldTypeId',
        'answers[4].answer.optionId',
        'answers[5].fieldId',
        'answers[6].fieldId',
        'answers[7].answer.numberValue',
        'answers[8].answer.documentId',
      ]);
      expect(error.messages).toContain('answers[3].answer.fieldTypeId: must be Country');
      expect(error.messages).toContain('answers[6].fieldId: is locked');
      expect((await profileOf(id)).submission).toMatchObject({ kycState: 'New', version: 1 });
      expect((await profileOf(id)).answers).toEqual([]);
    });

    test('a document must be there, of this submission, of the right type, with the date that is asked for', async () => {
      const id = await capture.begin();
      const other = await capture.begin();
      const own = await capture.document(id, 'Passport');
      const deleted = await capture.document(id, 'Passport', { deletedAt: capture.now });
      const foreign = await capture.document(other, 'Passport');
      const front = await capture.document(id, 'IdCardFront', { expiryDate: '2030-01-01' });
      const undatedFront = await capture.document(id, 'IdCardFront');
      const undated = await capture.document(id, 'ProofofAddress');
      const dated = await capture.document(id, 'ProofofAddress', { expiryDate: '2030-01-01' });
      const missing = 'must be a document of this submission';
      const proof = (documentId: string): TypedAnswer => ({ fieldTypeId: 'Document', documentId });
      for (const [field, answer, message] of [
        ['passport', passport(deleted), `documentId: ${missing}`],
        ['passport', passport(foreign), `documentId: ${missing}`],
        ['passport', passport(front), 'documentId: must be a document of the type Passport'],
        ['proof', proof(own), 'documentId: must be a document of the type ProofofAddress'],
        ['proof', proof(undated), 'documentId: must be a document with an expiry date'],
        [
          'card',
          { fieldTypeId: 'IdCard', idCardFrontId: front, idCardBackId: own },
          'idCardBackId: must be a document of the type IdCardBack',
        ],
        [
          'card',
          { fieldTypeId: 'IdCard', idCardFrontId: undatedFront },
          'idCardFrontId: must be a document with an expiry date',
        ],
      ] as [string, TypedAnswer, string][]) {
        await expect(capture.save(id, { [field]: answer })).rejects.toEqual(
          refusal(400, `answers[0].answer.${message}`),
        );
      }
      const back = await capture.document(id, 'IdCardBack');
      await capture.save(id, {
        passport: passport(own),
        proof: proof(dated),
        card: { fieldTypeId: 'IdCard', idCardFrontId: front, idCardBackId: back },
      });
      expect((await profileOf(id)).answers).toHaveLength(3);
    });

    test('of 500 answers of 20,000 characters all are there, or with one bad none', async () => {
      const fields = Array.from({ length: 500 }, (_, n) => ({
        id: `f${n}`,
        fieldTypeId: 'TextArea' as const,
      }));
      const id = await capture.begin([page('Long', 1, fields)]);
      const long: TypedAnswer = { fieldTypeId: 'TextArea', textValue: '長'.repeat(20_000) };
      const all = Object.fromEntries(fields.map((field) => [field.id, long]));
      const bad = { ...all, f499: { ...long, textValue: `${long.textValue}x` } };
      await expect(capture.save(id, bad)).rejects.toMatchObject({
        code: 400,
        fields: [{ path: 'answers[499].answer.textValue' }],
      });
      const count = () => kit.db().$count(answers, eq(answers.submissionId, id));
      expect(await count()).toBe(0);
      await capture.save(id, all);
      expect(await count()).toBe(500);
    });
  });

  describe('what a condition hides', () => {
    test('is kept and not counted: it is there again with the question', async () => {
      const id = await capture.begin();
      const yes: TypedAnswer = { fieldTypeId: 'SingleOptionRadio', optionId: 'yes' };
      const exposure: TypedAnswer = { fieldTypeId: 'TextArea', textValue: 'A minister until 2020' };
      await capture.save(id, { ...COMPLETE, exposure });
      const fieldIds = async () => (await profileOf(id)).answers.map(({ fieldID }) => fieldID);
      expect(await fieldIds()).toEqual(['name', 'nationality', 'exposed']);
      expect((await profileOf(id)).submission.onboardingProgress).toBe(100);
      const read = await capture.kyc.getSubmissionPage(aCall(), { submissionId: id, pageId: 'About' });
      expect(read.answers?.map(({ fieldID }) => fieldID)).toContain('exposure');
      await capture.save(id, { exposed: yes });
      expect(await fieldIds()).toEqual(['name', 'nationality', 'exposed', 'exposure']);
    });

    test('is required once it is shown', async () => {
      const id = await capture.begin();
      await capture.save(id, { ...COMPLETE, exposed: { fieldTypeId: 'SingleOptionRadio', optionId: 'yes' } });
      expect((await profileOf(id)).submission.onboardingProgress).toBe(75);
    });
  });

  test('a form that changed since is held to as it was when the submission began', async () => {
    const id = await capture.begin([
      page('Then', 1, [{ id: 'then', fieldTypeId: 'Text', isRequired: true }]),
    ]);
    const { form } = await profileOf(id);
    const formId = form.id ?? '';
    const pages = [page('Now', 1, [{ id: 'now', fieldTypeId: 'Text', isRequired: true }])];
    await kit.db().insert(formVersions).values({ formId, version: 2, pages, createdAt: capture.now });
    await kit.db().update(forms).set({ currentVersion: 2 }).where(eq(forms.id, formId));
    await expect(capture.save(id, { now: text('x') })).rejects.toEqual(
      refusal(400, 'answers[0].fieldId: must name a field of the form'),
    );
    await capture.save(id, { then: text('x') });
    const read = await profileOf(id);
    expect(read.form).toMatchObject({ version: 1, pages: [{ id: 'Then' }] });
    expect(read.submission.onboardingProgress).toBe(100);
  });

  describe('two at once', () => {
    const ROUNDS = 100;
    /** Some hundred transactions, one after the other; a busy machine takes its time. */
    const LIMIT_MS = 180_000;
    const save = (id: string, value: string, basedOn?: number) =>
      capture.kyc.saveAnswers(aCall(), {
        submissionId: id,
        answers: [{ fieldId: 'name', answer: text(value), ...(basedOn === undefined ? {} : { basedOn }) }],
      });

    test('of two that saw the same version, exactly one is saved, and the other is told', {
      timeout: LIMIT_MS,
    }, async () => {
      const id = await capture.begin();
      for (let round = 0; round < ROUNDS; round += 1) {
        const seen = (await versionOf(id, 'name')) ?? 0;
        const settled = await Promise.allSettled([save(id, `a${round}`, seen), save(id, `b${round}`, seen)]);
        const [lost, ...more] = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
        expect(more).toEqual([]);
        expect(lost).toEqual(refusal(409, 'answers[0]: was changed since'));
        expect(await nameOf(id)).toBe(settled[0].status === 'fulfilled' ? `a${round}` : `b${round}`);
      }
    });

    test('of two that say nothing of what they saw, the last wins and neither is lost on the way', {
      timeout: LIMIT_MS,
    }, async () => {
      const id = await capture.begin();
      for (let round = 0; round < ROUNDS; round += 1) {
        await Promise.all([
          save(id, `n${round}`),
          capture.save(id, { remarks: { fieldTypeId: 'TextArea', textValue: `r${round}` } }),
        ]);
        const stored = (await profileOf(id)).answers.map((one) => one['textValue']);
        expect(stored).toEqual([`n${round}`, `r${round}`]);
      }
      const [row] = await kit.db().select().from(submissions).where(eq(submissions.id, id));
      expect(row?.version).toBe(1 + 2 * ROUNDS);
    });

    test('a save whose answer got lost may be sent again, a taking back too', async () => {
      const id = await capture.begin();
      await save(id, 'same', 0);
      await expect(save(id, 'same', 0)).resolves.toBe(id);
      await expect(save(id, 'other', 0)).rejects.toMatchObject({ code: 409 });
      const seen = await versionOf(id, 'name');
      const back = { fieldId: 'name', answer: null, basedOn: seen ?? 0 };
      for (let again = 0; again < 2; again += 1) {
        await capture.kyc.saveAnswers(aCall(), { submissionId: id, answers: [back] });
      }
      expect(await nameOf(id)).toBeUndefined();
    });

    test('a conflict in one answer saves none of the others, and names only that one', async () => {
      const id = await capture.begin();
      await save(id, 'first');
      const both = capture.kyc.saveAnswers(aCall(), {
        submissionId: id,
        answers: [
          ...saving({ nationality: { fieldTypeId: 'Country', countryId: 'FR' } }),
          { fieldId: 'name', answer: text('mine'), basedOn: 0 },
        ],
      });
      await expect(both).rejects.toEqual(refusal(409, 'answers[1]: was changed since'));
      const own = and(eq(answers.submissionId, id), eq(answers.fieldId, 'nationality'));
      expect(await kit.db().$count(answers, own)).toBe(0);
    });
  });
});
