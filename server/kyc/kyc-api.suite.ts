import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import type { AddCustomerInput } from '@/lib/kyc/contract/customers';
import { operations } from '@/lib/kyc/contract/operations';
import { publishedSamples } from '@/lib/kyc/contract/samples';
import type { Database } from '../db/client';
import { auditEvents, directory } from '../db/schema';
import { ids, layDocument, type SuiteTenant } from './ground.suite';

/** One side of the port, over a database on which `layGround` has been. */
export type Side = {
  db(): Database;
  /** The port for a tenant's calls, and a call of that tenant. */
  of(tenant: SuiteTenant): { kyc: KycApi; call: KycCall };
};

/** Where a side may differ, by name; everything else must be the same. */
export type Deviations = {
  /** Over HTTP the API client is on record as the one who acted, not the member of staff behind it. */
  actor: 'staff' | 'apiClient';
};

const individual: AddCustomerInput = publishedSamples.addCustomer.requests.individual;
const legalEntity: AddCustomerInput = publishedSamples.addCustomer.requests.legalEntity;

let serial = 0;
/** An e-mail address that no other test uses. */
const freshEmail = () => `customer-${(serial += 1)}@example.com`;

/** The behaviour that every implementation of the port shows. Its inputs are valid by type: what is not is a matter of HTTP. */
export function behavesAsKycApi(side: () => Side, deviations: Deviations): void {
  const own = () => side().of('suite-tenant');
  const add = (input: AddCustomerInput, given: Partial<KycCall> = {}) => {
    const { kyc, call } = own();
    return kyc.addCustomer({ ...call, ...given }, input);
  };

  describe('lists', () => {
    test('employees: the active ones of the tenant, by name', async () => {
      const { kyc, call } = own();
      expect(await kyc.getEmployees(call, {})).toEqual([
        { id: 'employee-2', name: 'Anna Aalto' },
        { id: ids.employee, name: 'Zoe Zimmer' },
      ]);
    });

    test('forms: the active ones of the tenant, all or of a type', async () => {
      const { kyc, call } = own();
      const all = await kyc.listForms(call, {});
      expect(all.count).toBe(3);
      expect(all.forms.map(({ id }) => id).sort()).toEqual(
        [ids.anyForm, ids.individualForm, 'form-questionnaire'].sort(),
      );
      const surveys = await kyc.listForms(call, { formType: 'Questionnaire' });
      expect(surveys).toEqual({
        count: 1,
        forms: [
          {
            id: 'form-questionnaire',
            name: 'Survey',
            version: 1,
            entityType: 'Any',
            formType: 'Questionnaire',
            isActive: true,
          },
        ],
      });
    });

    test('fields of a form, in order, with their options', async () => {
      const { kyc, call } = own();
      const { count, fields } = await kyc.getFormFields(call, { formId: ids.anyForm });
      expect(count).toBe(2);
      expect(fields).toEqual([
        {
          fieldId: 'country',
          fqName: 'PersonalData_Home_CountryOfResidence',
          fieldType: 'Country',
          fieldName: 'Country of residence',
          sectionName: 'Home',
          pageName: 'Personal data',
          isRequired: true,
        },
        expect.objectContaining({
          fieldId: 'purpose',
          isRequired: false,
          options: [{ id: 'saving', optionText: 'Saving', optionValue: 'saving' }],
        }),
      ]);
    });

    test('a form that is unknown or of another tenant is a 404', async () => {
      const { kyc, call } = own();
      for (const formId of ['unknown', ids.otherForm, '../forms', 'a b/c?d=é']) {
        await expect(kyc.getFormFields(call, { formId })).rejects.toMatchObject({ code: 404 });
      }
    });

    test('countries have a two-letter id and a name', async () => {
      const { kyc, call } = own();
      const countries = await kyc.getLookups(call, { type: 'Country' });
      expect(countries.length).toBeGreaterThan(190);
      expect(countries).toContainEqual({ id: 'CH', name: 'Switzerland' });
    });
  });

  describe('creating a customer', () => {
    test.each([
      ['individual', individual, 'Individual'],
      ['legal entity', legalEntity, 'LegalEntity'],
    ])(
      'the published body of an %s gives a submission that waits for its customer',
      async (_what, body, entityTypeId) => {
        const input = { ...body, customerEmail: freshEmail() };
        const { kyc, call } = own();
        const { submissionId } = await add(input);
        expect(submissionId).toMatch(/^[\da-f]{8}-[\da-f]{4}-7/);
        expect(await kyc.getCustomerDetails(call, { submissionId })).toMatchObject({
          formId: ids.anyForm,
          formName: 'Any customer',
          entityTypeId,
          accountStatusId: 'Pending',
          pendingStateId: 'ClientInfoMissing',
          onboardingProgress: 0,
          onboardingCompleted: null,
          pageStatuses: [{ pageId: 'page-1', pageName: 'Personal data', onboardingStatusId: 'Pending' }],
        });
      },
    );

    test('the same e-mail address in any case is a 409, and nothing is created', async () => {
      const customerEmail = freshEmail();
      await add({ ...individual, customerEmail });
      const again = add({ ...legalEntity, customerEmail: customerEmail.toUpperCase() });
      await expect(again).rejects.toMatchObject({ code: 409 });
      const rows = await side().db().select().from(directory).where(eq(directory.emailKey, customerEmail));
      expect(rows).toHaveLength(1);
    });

    test('of calls side by side for one e-mail address, one creates and the others are refused', async () => {
      const customerEmail = freshEmail();
      const settled = await Promise.allSettled([0, 1, 2, 3].map(() => add({ ...individual, customerEmail })));
      const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      expect(refused).toHaveLength(3);
      for (const reason of refused) expect(reason).toMatchObject({ code: 409 });
    });

    test.each([
      ['an unknown employee', { employeeId: 'unknown' }, ['employeeId']],
      ['an inactive employee', { employeeId: ids.retiredEmployee }, ['employeeId']],
      ["another tenant's employee", { employeeId: ids.otherEmployee }, ['employeeId']],
      ['an unknown form', { formId: 'unknown' }, ['formId']],
      ['an inactive form', { formId: ids.retiredForm }, ['formId']],
      ["another tenant's form", { formId: ids.otherForm }, ['formId']],
      ['both', { employeeId: 'unknown', formId: 'unknown' }, ['employeeId', 'formId']],
    ])('%s is a 400 that names the field', async (_what, wrong, paths) => {
      const error: unknown = await add({ ...individual, customerEmail: freshEmail(), ...wrong }).catch(
        (e: unknown) => e,
      );
      expect(error).toMatchObject({ code: 400, fields: paths.map((path) => ({ path })) });
    });

    test('a form for the other kind of customer is a 400', async () => {
      const wrong = { ...legalEntity, customerEmail: freshEmail(), formId: ids.individualForm };
      await expect(add(wrong)).rejects.toMatchObject({ code: 400, fields: [{ path: 'formId' }] });
    });

    test.each([
      'Łukasz',
      'رائد',
      '张伟',
      'Дмитрий',
      "O'Brien–Ñ",
      '𠮷野家',
      'a'.repeat(200),
      '$1 {{x}} <b>&amp;',
    ])('the name %s comes back as it was given', async (firstName) => {
      const { kyc, call } = own();
      const customer = {
        ...individual,
        customerEmail: freshEmail(),
        individualCustomer: { firstName, lastName: 'Ω' },
      };
      const { submissionId } = await add(customer);
      const { submission } = await kyc.getIndividualProfile(call, { submissionId });
      expect(submission.individualCustomer).toEqual({ firstName, lastName: 'Ω' });
    });

    test('who did it, under which request, is on record, with no name or address in it', async () => {
      const requestId = `request-${serial}`;
      const { submissionId } = await add({ ...individual, customerEmail: freshEmail() }, { requestId });
      const events = await side()
        .db()
        .select()
        .from(auditEvents)
        .where(eq(auditEvents.submissionId, submissionId));
      expect(events.map(({ type }) => type)).toContain('customer.created');
      for (const event of events) {
        expect(event).toMatchObject({ tenantId: 'suite-tenant', requestId, actorKind: deviations.actor });
        expect(JSON.stringify(event.data)).not.toMatch(/John|Doe|example\.com/);
      }
    });
  });

  describe('idempotency', () => {
    test('the same key and body give the first answer again, once', async () => {
      const input = { ...individual, customerEmail: freshEmail() };
      const idempotencyKey = `key-${serial} ~!`;
      const first = await add(input, { idempotencyKey });
      expect(await add({ ...input }, { idempotencyKey, requestId: 'another' })).toEqual(first);
    });

    test('the same key with another body is a 422', async () => {
      const input = { ...individual, customerEmail: freshEmail() };
      const idempotencyKey = `key-${serial}`;
      await add(input, { idempotencyKey });
      const other = add({ ...input, sendEmail: false }, { idempotencyKey });
      await expect(other).rejects.toMatchObject({ code: 422 });
    });

    test('a refused call leaves its key unused', async () => {
      const input = { ...individual, customerEmail: freshEmail() };
      const idempotencyKey = `key-${serial}`;
      await expect(add({ ...input, formId: 'unknown' }, { idempotencyKey })).rejects.toMatchObject({
        code: 400,
      });
      expect(await add(input, { idempotencyKey })).toHaveProperty('submissionId');
    });

    test('calls side by side under one key create one customer', async () => {
      const input = { ...individual, customerEmail: freshEmail() };
      const idempotencyKey = `key-${serial}`;
      const settled = await Promise.allSettled([0, 1, 2, 3, 4].map(() => add(input, { idempotencyKey })));
      const given = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value.submissionId] : []));
      expect(new Set(given).size).toBe(1);
      for (const one of settled)
        if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 409 });
    });
  });

  describe('one customer', () => {
    let person: string;
    let company: string;
    beforeAll(async () => {
      person = (await add({ ...individual, customerEmail: freshEmail() })).submissionId;
      company = (await add({ ...legalEntity, customerEmail: freshEmail() })).submissionId;
    });

    test("the profile has the contract's parts, the risk assessment is a true one with its factors", async () => {
      const { kyc, call } = own();
      const profile = await kyc.getIndividualProfile(call, { submissionId: person });
      expect(Object.keys(profile)).toEqual([
        'form',
        'submission',
        'answers',
        'riskAssessment',
        'riskAssessmentDetail',
        'documents',
      ]);
      expect(profile.form).toMatchObject({ id: ids.anyForm, version: 1, pages: [{ id: 'page-1' }] });
      expect(profile.submission).toMatchObject({
        id: person,
        userType: 'IndividualCustomer',
        entityTypeId: 'Individual',
        employeeId: ids.employee,
        employeeName: 'Zoe Zimmer',
        kycState: 'New',
        version: 1,
        individualCustomer: { firstName: 'John', lastName: 'Doe' },
      });
      expect(['Low', 'Medium', 'High']).toContain(profile.riskAssessment.riskLevelId);
      expect(profile.riskAssessmentDetail.factors?.length).toBeGreaterThan(0);
      const total = profile.riskAssessmentDetail.factors?.reduce(
        (sum, one) => sum + (one.contribution ?? 0),
        0,
      );
      expect(profile.riskAssessment.score).toBeCloseTo(total ?? Number.NaN, 0);
      expect(operations.getIndividualProfile.output.safeParse(profile).success).toBe(true);
    });

    test('a legal entity has its own profile', async () => {
      const { kyc, call } = own();
      const { submission } = await kyc.getLegalProfile(call, { submissionId: company });
      expect(submission).toMatchObject({
        entityTypeId: 'LegalEntity',
        legalEntityCustomer: legalEntity.legalEntityCustomer,
      });
    });

    test('an id of the other kind of customer is the same 404 as an unknown one', async () => {
      const { kyc, call } = own();
      const refused = [
        kyc.getIndividualProfile(call, { submissionId: company }),
        kyc.getLegalProfile(call, { submissionId: person }),
        kyc.downloadIndividualProfilePdf(call, { submissionId: company }),
        kyc.downloadLegalProfilePdf(call, { submissionId: person }),
        kyc.setCustomerPassword(call, { userType: 'LegalCustomer', submissionId: person }),
        kyc.getCustomerDetails(call, { submissionId: 'unknown' }),
        kyc.listDocuments(call, { submissionId: 'unknown' }),
      ];
      const notFound = { status: 'rejected', reason: { code: 404, message: 'Not found' } };
      for (const one of await Promise.allSettled(refused)) expect(one).toMatchObject(notFound);
    });

    test("another tenant's customer is a 404, whatever is asked", async () => {
      const { kyc, call } = side().of('other-tenant');
      const submissionId = person;
      const refused = [
        kyc.getCustomerDetails(call, { submissionId }),
        kyc.getIndividualProfile(call, { submissionId }),
        kyc.downloadIndividualProfilePdf(call, { submissionId }),
        kyc.listDocuments(call, { submissionId }),
        kyc.setCustomerPassword(call, { userType: 'IndividualCustomer', submissionId }),
      ];
      const notFound = { status: 'rejected', reason: { code: 404, message: 'Not found' } };
      for (const one of await Promise.allSettled(refused)) expect(one).toMatchObject(notFound);
      expect(await kyc.getEmployees(call, {})).toEqual([{ id: ids.otherEmployee, name: 'Olaf Other' }]);
    });

    test.each(['.', '..', 'a/b', 'a?b#c', '%2e%2e', 'ß ü', '"; drop table customers; --', 'x'.repeat(64)])(
      'the id %j is as unknown as any other',
      async (submissionId) => {
        const { kyc, call } = own();
        await expect(kyc.getCustomerDetails(call, { submissionId })).rejects.toMatchObject({ code: 404 });
      },
    );

    test('documents are listed with their hash, beside the same ones in the profile', async () => {
      const { kyc, call } = own();
      expect(await kyc.listDocuments(call, { submissionId: company })).toEqual([]);
      const { id } = await layDocument(side().db(), company);
      const item = {
        id,
        fileName: 'passport.pdf',
        originalFileName: 'Reisepass – 护照.pdf',
        description: null,
        documentTypeId: 'Passport',
        fileSizeInBytes: 1234,
        contentType: 'application/pdf',
        shA256Hash: 'a'.repeat(64),
      };
      expect(await kyc.listDocuments(call, { submissionId: company })).toEqual([item]);
      const { documents } = await kyc.getLegalProfile(call, { submissionId: company });
      expect(documents).toMatchObject([item]);
    });

    test('the report is a PDF with a name and an entity tag', async () => {
      const { kyc, call } = own();
      const report = await kyc.downloadIndividualProfilePdf(call, { submissionId: person });
      expect(Buffer.from(report.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
      expect(report.contentType).toBe('application/pdf');
      expect(report.fileName).toMatch(/\.pdf$/);
      expect(report.etag).toMatch(/^[\x21\x23-\x7e]+$/);
    });

    test('the password link goes to the customer, whose address is told masked', async () => {
      const { kyc, call } = own();
      const sent = await kyc.setCustomerPassword(
        { ...call, idempotencyKey: 'link-once' },
        { userType: 'IndividualCustomer', submissionId: person },
      );
      expect(sent).toEqual({
        submissionId: person,
        emailSentTo: expect.stringMatching(/^c•••\S@example\.com$/),
      });
    });
  });
}
