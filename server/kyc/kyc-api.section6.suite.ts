import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TypedAnswer } from '@/lib/kyc/contract/answers';
import type { KycState } from '@/lib/kyc/contract/lists';
import { operations } from '@/lib/kyc/contract/operations';
import { publishedSamples } from '@/lib/kyc/contract/samples';
import { newId } from '@/lib/new-id';
import { insertRequest } from '../db/queries/requests';
import { forms } from '../db/schema';
import { moveTo } from './embedded/fixtures.suite';
import { inTransaction } from '../db/transaction';
import { aFormOfEveryType, EVERY_TYPE, MODELS } from './every-type.suite';
import { ids, layDocument, TENANTS } from './ground.suite';
import type { Side } from './kyc-api.suite';

const individual = publishedSamples.addCustomer.requests.individual;
const legalEntity = publishedSamples.addCustomer.requests.legalEntity;

const switzerland: TypedAnswer = { fieldTypeId: 'Country', countryId: 'CH' };
const saving: TypedAnswer = { fieldTypeId: 'SingleOptionRadio', optionId: 'saving' };

/** What of sections 5 and 6 every implementation of the port shows: submissions, their answers, and their way to review. */
export function behavesAsSubmissions(side: () => Side): void {
  const own = () => side().of('suite-tenant');
  const foreign = () => side().of('other-tenant');
  const begin = async (more: object = {}) => {
    const { kyc, call } = own();
    const input = { ...individual, ...more, customerEmail: `${newId()}@example.com` };
    return (await kyc.addCustomer(call, input)).submissionId;
  };
  const save = (submissionId: string, answers: Record<string, TypedAnswer | null>) => {
    const { kyc, call } = own();
    const list = Object.entries(answers).map(([fieldId, answer]) => ({ fieldId, answer }));
    return kyc.saveAnswers(call, { submissionId, answers: list });
  };
  const submit = (submissionId: string) => {
    const { kyc, call } = own();
    return kyc.submitSubmission(call, { submissionId });
  };
  const details = (submissionId: string) => {
    const { kyc, call } = own();
    return kyc.getCustomerDetails(call, { submissionId });
  };
  const page = (submissionId: string, pageId = 'page-1') => {
    const { kyc, call } = own();
    return kyc.getSubmissionPage(call, { submissionId, pageId });
  };
  const decide = (submissionId: string, kycState: KycState) => moveTo(side().db(), submissionId, kycState);

  afterAll(() => side().db().update(forms).set({ isActive: false }).where(eq(forms.name, EVERY_TYPE)));

  describe('a submission’s way', () => {
    test('leads from the first answer over the last one to review', async () => {
      const id = await begin();
      await expect(submit(id)).rejects.toMatchObject({
        code: 400,
        messages: ['PersonalData_Home_CountryOfResidence: is required'],
      });
      expect(await save(id, { purpose: saving })).toBe(id);
      expect(await details(id)).toMatchObject({ onboardingProgress: 0, onboardingCompleted: null });
      await save(id, { country: switzerland });
      expect(await details(id)).toMatchObject({
        pendingStateId: 'ClientInfoMissing',
        onboardingProgress: 100,
        pageStatuses: [{ pageId: 'page-1', onboardingStatusId: 'Completed' }],
      });
      expect(await submit(id)).toBe(id);
      expect(await details(id)).toMatchObject({
        accountStatusId: 'Pending',
        pendingStateId: 'ComplianceReview',
        onboardingCompleted: expect.stringMatching(/Z$/),
      });
      await expect(submit(id)).rejects.toMatchObject({ code: 409 });
      await expect(save(id, { purpose: null })).rejects.toMatchObject({ code: 409 });
    });

    test('leads back after a rejection, and an approved one is closed', async () => {
      const id = await begin();
      await save(id, { country: switzerland });
      await submit(id);
      await decide(id, 'Rejected');
      expect(await details(id)).toMatchObject({ accountStatusId: 'Rejected', pendingStateId: null });
      await save(id, { country: { fieldTypeId: 'Country', countryId: 'FR' } });
      expect(await details(id)).toMatchObject({
        accountStatusId: 'Pending',
        pendingStateId: 'ClientInfoMissing',
        onboardingCompleted: null,
      });
      await submit(id);
      await decide(id, 'Approved');
      expect(await details(id)).toMatchObject({ accountStatusId: 'Approved', pendingStateId: null });
      await expect(save(id, { country: switzerland })).rejects.toMatchObject({ code: 409 });
      await expect(submit(id)).rejects.toMatchObject({ code: 409 });
    });

    test('waits for the customer while something is asked for again, which alone is answered', async () => {
      const id = await begin();
      await save(id, { country: switzerland });
      await submit(id);
      const asked = {
        id: newId(),
        tenantId: TENANTS[0],
        submissionId: id,
        fieldId: 'country',
        documentTypeId: null,
        documentId: null,
        reason: 'contradicts',
        words: 'Your passport says otherwise',
        requestedBy: 'officer-1',
        createdAt: new Date(),
        answeredAt: null,
        withdrawnAt: null,
      } as const;
      await inTransaction(side().db(), (tx) => insertRequest(tx, asked));
      expect(await details(id)).toMatchObject({ pendingStateId: 'ClientInfoMissing' });
      await expect(save(id, { purpose: saving })).rejects.toMatchObject({
        code: 409,
        messages: ['answers[0]: is not asked for again'],
      });
      await expect(submit(id)).rejects.toMatchObject({
        code: 400,
        messages: ['PersonalData_Home_CountryOfResidence: must be answered again'],
      });
      // An answer counts when it is later than the request, to the millisecond.
      await sleep(2);
      await save(id, { country: { fieldTypeId: 'Country', countryId: 'FR' } });
      await submit(id);
      expect(await details(id)).toMatchObject({ pendingStateId: 'ComplianceReview' });
    });
  });

  describe('answers', () => {
    test('of every type come back as they were sent', async () => {
      const { kyc, call } = own();
      const formId = await aFormOfEveryType(side().db());
      const id = await begin({ formId });
      const document = await layDocument(side().db(), id, { documentTypeId: 'Passport' });
      const front = await layDocument(side().db(), id, { documentTypeId: 'IdCardFront' });
      const models = MODELS(document.id).map((one) =>
        one.fieldTypeId === 'IdCard' ? { ...one, idCardFrontId: front.id } : one,
      );
      await save(id, Object.fromEntries(models.map((one) => [one.fieldTypeId, one])));
      const { answers } = await kyc.getIndividualProfile(call, { submissionId: id });
      expect(answers).toMatchObject(models.map((one) => ({ ...one, fieldID: one.fieldTypeId })));
      expect((await page(id, 'types')).answers).toMatchObject(models.map((one) => ({ ...one })));
    });

    test('are named by fqName or fieldId, and taken back by null', async () => {
      const { kyc, call } = own();
      const id = await begin();
      const named = { fqName: 'PersonalData_Home_CountryOfResidence', answer: switzerland };
      await kyc.saveAnswers(call, { submissionId: id, answers: [named] });
      expect((await page(id)).answers).toMatchObject([{ fieldID: 'country', countryId: 'CH' }]);
      await save(id, { country: null });
      expect((await page(id)).answers).toEqual([]);
    });

    test('are saved all or none: each bad one is named by its place', async () => {
      const { kyc, call } = own();
      const id = await begin();
      const refused = kyc.saveAnswers(call, {
        submissionId: id,
        answers: [
          { fieldId: 'country', answer: switzerland },
          { fqName: 'Nobody_Knows_This', answer: switzerland },
          { fieldId: 'purpose', answer: { fieldTypeId: 'SingleOptionRadio', optionId: 'fun' } },
          { fieldId: 'country', answer: saving },
        ],
      });
      const error = (await refused.catch((caught: unknown) => caught)) as {
        code: number;
        fields: { path: string }[];
      };
      expect(error.code).toBe(400);
      expect(error.fields.map(({ path }) => path)).toEqual([
        'answers[1].fqName',
        'answers[2].answer.optionId',
        'answers[3].fieldId',
        'answers[3].answer.fieldTypeId',
      ]);
      expect((await page(id)).answers).toEqual([]);
      expect(await details(id)).toMatchObject({ onboardingProgress: 0 });
    });

    test('overwrite nobody who answered since: a 409 names the answer, and the version that stands is read', async () => {
      const { kyc, call } = own();
      const id = await begin();
      const based = (countryId: string, basedOn: number) =>
        kyc.saveAnswers(call, {
          submissionId: id,
          answers: [{ fieldId: 'country', answer: { fieldTypeId: 'Country', countryId }, basedOn }],
        });
      await based('CH', 0);
      await expect(based('FR', 0)).rejects.toMatchObject({
        code: 409,
        messages: ['answers[0]: was changed since'],
      });
      const [stands] = (await page(id)).answers ?? [];
      await based('FR', stands?.version ?? -1);
      expect((await page(id)).answers).toMatchObject([{ countryId: 'FR' }]);
    });
  });

  describe('a page', () => {
    test('has every property that is published', async () => {
      const person = await begin();
      await save(person, { country: switzerland });
      const read = await page(person);
      expect(operations.getSubmissionPage.output.parse(read)).toEqual(read);
      expect(read).toEqual({
        id: person,
        userDetailsId: expect.any(String),
        userDetails: {
          id: read.userDetailsId,
          firstName: 'John',
          lastName: 'Doe',
          email: expect.stringContaining('@'),
        },
        companyId: null,
        company: null,
        formId: ids.anyForm,
        form: {
          id: ids.anyForm,
          name: 'Any customer',
          version: 1,
          entityType: 'Any',
          formType: 'KYCOnboarding',
          isActive: true,
          tenantId: TENANTS[0],
          pages: [expect.objectContaining({ id: 'page-1', name: 'Personal data' })],
        },
        formApproverUserId: [],
        answers: [
          {
            id: expect.any(String),
            fieldID: 'country',
            fieldTypeId: 'Country',
            field: {
              id: 'country',
              label: 'Country of residence',
              name: 'Country of residence',
              fieldTypeId: 'Country',
              isRequired: true,
              order: 1,
              isLocked: false,
            },
            countryId: 'CH',
            answeredAt: expect.stringMatching(/Z$/),
            answeredBy: expect.any(String),
            version: 2,
          },
        ],
      });
      const company = await begin({ ...legalEntity, individualCustomer: null });
      expect(await page(company)).toMatchObject({
        userDetailsId: null,
        userDetails: null,
        companyId: expect.any(String),
        company: legalEntity.legalEntityCustomer,
      });
    });

    test('that the form has not is a 404', async () => {
      await expect(page(await begin(), 'page-2')).rejects.toMatchObject({ code: 404 });
    });
  });

  describe('the list', () => {
    let formId: string;
    const made: string[] = [];
    beforeAll(async () => {
      formId = await aFormOfEveryType(side().db());
      for (let n = 0; n < 5; n += 1) made.unshift(await begin({ formId }));
      await save(made[0] ?? '', { Text: { fieldTypeId: 'Text', textValue: 'x' } });
      await save(made[1] ?? '', { Text: { fieldTypeId: 'Text', textValue: 'x' } });
      await submit(made[1] ?? '');
    });
    const list = (asked: object = {}) => {
      const { kyc, call } = own();
      return kyc.listSubmissions(call, { limit: 50, formId, ...asked });
    };
    const idsOf = ({ submissions: listed }: Awaited<ReturnType<typeof list>>) =>
      listed.map(({ submissionId }) => submissionId);

    test('has the newest first, with what is published of each', async () => {
      const listed = await list();
      expect(idsOf(listed)).toEqual(made);
      expect(listed).toMatchObject({ count: 5, nextCursor: null });
      expect(listed.submissions[0]).toEqual({
        submissionId: made[0],
        customerId: expect.any(String),
        customerName: 'John Doe',
        submissionDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        kycState: 'Onboarding',
        email: expect.stringContaining('@example.com'),
      });
    });

    test('is narrowed by one state or several', async () => {
      expect(await list({ states: ['ComplianceReview'] })).toMatchObject({ count: 1 });
      expect(idsOf(await list({ states: ['ComplianceReview', 'Onboarding'] }))).toEqual(made.slice(0, 2));
      expect(await list({ states: ['Approved', 'Rejected'] })).toEqual({
        count: 0,
        submissions: [],
        nextCursor: null,
      });
    });

    test('goes on page by page behind its cursor, and refuses another word for one', async () => {
      const first = await list({ limit: 2 });
      const second = await list({ limit: 2, cursor: first.nextCursor });
      const third = await list({ limit: 2, cursor: second.nextCursor });
      expect([first, second, third].flatMap(idsOf)).toEqual(made);
      expect(third.nextCursor).toBeNull();
      expect(second.count).toBe(5);
      await expect(list({ cursor: 'nonsense' })).rejects.toMatchObject({
        code: 400,
        fields: [{ path: 'cursor' }],
      });
    });
  });

  test('of another tenant, or of nobody, nothing is read, saved or submitted', async () => {
    const id = await begin();
    const unknown = [own(), 'unknown'] as const;
    for (const [{ kyc, call }, submissionId] of [[foreign(), id] as const, unknown]) {
      const refused = await Promise.allSettled([
        kyc.saveAnswers(call, { submissionId, answers: [{ fieldId: 'country', answer: switzerland }] }),
        kyc.submitSubmission(call, { submissionId }),
        kyc.getSubmissionPage(call, { submissionId, pageId: 'page-1' }),
      ]);
      for (const one of refused) {
        expect(one).toMatchObject({ status: 'rejected', reason: { code: 404, message: 'Not found' } });
      }
    }
    const { kyc, call } = foreign();
    expect(await kyc.listSubmissions(call, { limit: 10, formId: ids.anyForm })).toMatchObject({ count: 0 });
    expect((await page(id)).answers).toEqual([]);
  });
}
