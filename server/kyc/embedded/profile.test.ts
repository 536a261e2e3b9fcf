import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AddCustomerInput } from '@/lib/kyc/contract/customers';
import { operations } from '@/lib/kyc/contract/operations';
import { newId } from '@/lib/new-id';
import { documents, submissions } from '../../db/schema';
import { describeOnEachDatabase } from '../../db/testing';
import { embeddedKyc, embeddedOffice } from '.';
import { aCall, aCompany, aForm, anAnswer, anEmployee, aPerson, NOW, twoPages } from './fixtures.suite';

describeOnEachDatabase('reading a customer', (kit) => {
  const parts = () => ({ db: kit.db(), clock: () => NOW, newId });
  const kyc = () => embeddedKyc(parts());
  const ground = { employeeId: '', formId: '' };
  const notFound = expect.objectContaining({ name: 'KycError', code: 404 });

  beforeAll(async () => {
    ground.employeeId = await anEmployee(kit.db());
    ground.formId = await aForm(kit.db(), { name: 'Everybody' });
  });

  const add = async (input: AddCustomerInput) => (await kyc().addCustomer(aCall(), input)).submissionId;

  async function aDocument(submissionId: string, more: Partial<typeof documents.$inferInsert> = {}) {
    const id = newId();
    await kit
      .db()
      .insert(documents)
      .values({
        id,
        submissionId,
        documentTypeId: 'Passport',
        fileName: 'passport.pdf',
        originalFileName: 'My passport.pdf',
        description: null,
        contentType: 'application/pdf',
        sizeInBytes: 4_321,
        sha256: 'ab'.repeat(32),
        expiryDate: '2030-01-31',
        storageKey: `documents/${id}`,
        uploadedAt: NOW,
        ...more,
      });
    return id;
  }

  describe('a profile', () => {
    it('holds every property that the contract names, of a person', async () => {
      const input = aPerson(ground, { customerMobileNumber: '+971501234567' });
      const submissionId = await add(input);
      await anAnswer(kit.db(), submissionId, 'Nationality', 'Country', { countryId: 'AE' });
      const documentId = await aDocument(submissionId);
      const profile = await kyc().getIndividualProfile(aCall(), { submissionId });
      expect(operations.getIndividualProfile.output.parse(profile)).toEqual(profile);
      expect(profile.form).toEqual({
        id: ground.formId,
        name: 'Everybody',
        version: 1,
        entityType: 'Any',
        formType: 'KYCOnboarding',
        isActive: true,
        pages: twoPages(),
      });
      expect(profile.submission).toEqual({
        id: submissionId,
        userType: 'IndividualCustomer',
        entityTypeId: 'Individual',
        customerEmail: input.customerEmail,
        customerMobileNumber: '+971501234567',
        individualCustomer: { firstName: 'John', lastName: 'Doe' },
        legalEntityCustomer: null,
        employeeId: ground.employeeId,
        employeeName: 'Sara Haddad',
        kycState: 'New',
        accountStatusId: 'Pending',
        pendingStateId: 'ClientInfoMissing',
        onboardingProgress: 33,
        onboardingStarted: NOW.toISOString(),
        onboardingCompleted: null,
        pageStatuses: [
          { pageId: 'page-About you', pageName: 'About you', onboardingStatusId: 'Pending' },
          { pageId: 'page-Funds', pageName: 'Funds', onboardingStatusId: 'Pending' },
        ],
        version: 1,
        createdAt: NOW.toISOString(),
        updatedAt: NOW.toISOString(),
      });
      expect(profile.answers).toEqual([
        {
          id: expect.any(String),
          fieldID: 'field-Nationality',
          fieldTypeId: 'Country',
          field: {
            id: 'field-Nationality',
            label: 'Nationality',
            name: 'Nationality',
            fqName: 'AboutYou_General_Nationality',
            fieldTypeId: 'Country',
            isRequired: true,
            order: 1,
            isLocked: false,
            pageName: 'About you',
            sectionName: 'General',
          },
          countryId: 'AE',
          answeredAt: NOW.toISOString(),
          answeredBy: 'customer',
          version: 1,
        },
      ]);
      expect(Object.keys(profile.riskAssessment).sort()).toEqual([
        'assessedAt',
        'calculatedRiskLevelId',
        'id',
        'isOverridden',
        'isProvisional',
        'modelId',
        'modelVersion',
        'nextReviewDate',
        'override',
        'riskLevelId',
        'score',
        'trigger',
      ]);
      expect(profile.riskAssessmentDetail).toEqual({
        factors: expect.arrayContaining([
          expect.objectContaining({ id: expect.any(String), contribution: expect.any(Number) }),
        ]),
        thresholds: expect.any(Array),
        rulesFired: expect.any(Array),
      });
      expect(profile.documents).toEqual([
        {
          id: documentId,
          fileName: 'passport.pdf',
          originalFileName: 'My passport.pdf',
          description: null,
          documentTypeId: 'Passport',
          fileSizeInBytes: 4_321,
          contentType: 'application/pdf',
          shA256Hash: 'ab'.repeat(32),
          expiryDate: '2030-01-31',
          version: 1,
          uploadedAt: NOW.toISOString(),
          uploadedBy: null,
          pageCount: null,
          width: null,
          height: null,
        },
      ]);
    });

    it('nests what belongs to a legal entity', async () => {
      const submissionId = await add(aCompany(ground));
      const { submission } = await kyc().getLegalProfile(aCall(), { submissionId });
      expect(submission).toMatchObject({
        userType: 'LegalCustomer',
        entityTypeId: 'LegalEntity',
        individualCustomer: null,
        legalEntityCustomer: {
          fullName: 'Company Name Ltd',
          registrationNumber: '12345',
          tradingName: 'Trading Name',
        },
      });
    });

    it("lists answers in the form's order, whatever the order they came in", async () => {
      const submissionId = await add(aPerson(ground));
      await anAnswer(kit.db(), submissionId, 'Remarks', 'TextArea', { textValue: 'كل شيء \n واضح' });
      await anAnswer(kit.db(), submissionId, 'Source of funds', 'MultiOptionsCheckBox', { optionIds: ['a'] });
      await anAnswer(kit.db(), submissionId, 'Date of birth', 'DatePicker', { date: '1980-02-29' });
      const { answers } = await kyc().getIndividualProfile(aCall(), { submissionId });
      expect(answers.map((answer) => answer.field?.name)).toEqual([
        'Date of birth',
        'Source of funds',
        'Remarks',
      ]);
      expect(answers[2]).toMatchObject({ textValue: 'كل شيء \n واضح' });
    });

    it('leaves deleted documents out and keeps older versions', async () => {
      const submissionId = await add(aPerson(ground));
      const first = await aDocument(submissionId, { uploadedAt: new Date(NOW.getTime() - 1) });
      const second = await aDocument(submissionId, { version: 2 });
      await aDocument(submissionId, { version: 3, deletedAt: NOW });
      const { documents: told } = await kyc().getIndividualProfile(aCall(), { submissionId });
      expect(told.map(({ id, version }) => [id, version])).toEqual([
        [first, 1],
        [second, 2],
      ]);
      const listed = await kyc().listDocuments(aCall(), { submissionId });
      expect(listed.map(({ id }) => id)).toEqual([first, second]);
      expect(Object.keys(listed[0] ?? {})).not.toContain('storageKey');
    });
  });

  it("is a 404 for an unknown id, the other kind's and another tenant's, in every operation", async () => {
    const person = await add(aPerson(ground));
    const company = await add(aCompany(ground));
    const foreign = aCall({ tenantId: 'other' });
    for (const [call, id] of [
      [aCall(), 'unknown'],
      [foreign, person],
      [foreign, company],
    ] as const) {
      const input = { submissionId: id };
      await expect(kyc().getIndividualProfile(call, input)).rejects.toEqual(notFound);
      await expect(kyc().getLegalProfile(call, input)).rejects.toEqual(notFound);
      await expect(kyc().getCustomerDetails(call, input)).rejects.toEqual(notFound);
      await expect(kyc().listDocuments(call, input)).rejects.toEqual(notFound);
      await expect(kyc().downloadIndividualProfilePdf(call, input)).rejects.toEqual(notFound);
      await expect(kyc().downloadLegalProfilePdf(call, input)).rejects.toEqual(notFound);
      await expect(embeddedOffice(parts()).assessments(call, id)).rejects.toEqual(notFound);
      expect(await embeddedOffice(parts()).welcomeMail(call, id)).toBeUndefined();
    }
    await expect(kyc().getLegalProfile(aCall(), { submissionId: person })).rejects.toEqual(notFound);
    await expect(kyc().getIndividualProfile(aCall(), { submissionId: company })).rejects.toEqual(notFound);
    await expect(kyc().downloadLegalProfilePdf(aCall(), { submissionId: person })).rejects.toEqual(notFound);
    expect(await kyc().listDocuments(aCall(), { submissionId: person })).toEqual([]);
  });

  it('tells the details of either kind as the contract shapes them', async () => {
    for (const input of [aPerson(ground), aCompany(ground)]) {
      const submissionId = await add(input);
      const details = await kyc().getCustomerDetails(aCall(), { submissionId });
      expect(operations.getCustomerDetails.output.parse(details)).toEqual(details);
      expect(details).toMatchObject({
        formId: ground.formId,
        formName: 'Everybody',
        accountStatusId: 'Pending',
        pendingStateId: 'ClientInfoMissing',
        onboardingProgress: 0,
        onboardingCompleted: null,
        submissionClassification: 'Retail',
        approvalClassificationState: 'Pending',
        overridenSubmissionClassification: null,
      });
    }
  });

  it('tells progress by the answers, not by what was once written down', async () => {
    const submissionId = await add(aPerson(ground));
    await kit
      .db()
      .update(submissions)
      .set({ onboardingProgress: 99, kycState: 'Onboarding' })
      .where(eq(submissions.id, submissionId));
    await anAnswer(kit.db(), submissionId, 'Nationality', 'Country', { countryId: 'AE' });
    await anAnswer(kit.db(), submissionId, 'Date of birth', 'DatePicker', { date: '1980-02-29' });
    await anAnswer(kit.db(), submissionId, 'Source of funds', 'MultiOptionsCheckBox', { optionIds: [] });
    expect(await kyc().getCustomerDetails(aCall(), { submissionId })).toMatchObject({
      onboardingProgress: 66,
      pageStatuses: [
        { pageName: 'About you', onboardingStatusId: 'Completed' },
        { pageName: 'Funds', onboardingStatusId: 'Pending' },
      ],
    });
  });

  it('gives a report whose name says who and when, and whose tag is of its bytes', async () => {
    const names = { firstName: '小明', lastName: '王' };
    const submissionId = await add(aPerson(ground, { individualCustomer: names }));
    const file = await kyc().downloadIndividualProfilePdf(aCall(), { submissionId });
    expect(operations.downloadIndividualProfilePdf.output.parse(file)).toEqual(file);
    expect(Buffer.from(file.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(file.fileName).toMatch(/2026-11-22.*王小明.*\.pdf$/);
    expect(file.etag).toMatch(/^[0-9a-f]{64}$/);
    const again = await kyc().downloadIndividualProfilePdf(aCall(), { submissionId });
    expect(again.etag).toBe(file.etag);
    const other = { ...aCall(), actor: { kind: 'staff' as const, id: 'u', name: 'Somebody else' } };
    expect((await kyc().downloadIndividualProfilePdf(other, { submissionId })).etag).not.toBe(file.etag);
  });

  it("tells the office the assessments and the welcome mail's state", async () => {
    const submissionId = await add(aPerson(ground));
    const office = embeddedOffice(parts());
    const [first, ...more] = await office.assessments(aCall(), submissionId);
    const profile = await kyc().getIndividualProfile(aCall(), { submissionId });
    expect(more).toEqual([]);
    expect(first).toEqual({
      // The next review is told of the current one alone, by the profile.
      assessment: { ...profile.riskAssessment, nextReviewDate: null },
      detail: profile.riskAssessmentDetail,
    });
    expect(await office.welcomeMail(aCall(), submissionId)).toMatchObject({ state: 'queued', sentAt: null });
    const silent = await add(aPerson(ground, { sendEmail: false }));
    expect(await office.welcomeMail(aCall(), silent)).toBeUndefined();
  });
});
