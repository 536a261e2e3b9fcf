import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { KYC_STATES, type KycState } from '@/lib/kyc/contract/lists';
import { type OperationInput, operations } from '@/lib/kyc/contract/operations';
import { newId } from '@/lib/new-id';
import { submissions } from '../../db/schema';
import { describeOnEachDatabase } from '../../db/testing';
import { embeddedKyc } from '.';
import { Capture, COMPLETE, saving } from './capture.suite';
import { aCall, aForm, anEmployee, aPerson, moveTo, NOW } from './fixtures.suite';

type Asked = Partial<OperationInput<'listSubmissions'>>;

describeOnEachDatabase('the list of submissions', (kit) => {
  const engine = () => embeddedKyc({ db: kit.db(), clock: () => NOW, newId });
  const list = (asked: Asked = {}, tenantId = 'lister') =>
    engine().listSubmissions(aCall({ tenantId }), { limit: 50, ...asked });
  const made: { id: string; formId: string; kycState: KycState }[] = [];
  const forms: string[] = [];

  beforeAll(async () => {
    const tenantId = 'lister';
    const employeeId = await anEmployee(kit.db(), { tenantId });
    for (const name of ['One', 'Two']) forms.push(await aForm(kit.db(), { tenantId, name }));
    // Every state on every form, thrice, four of them created in the same moment.
    for (const [index, kycState] of [...KYC_STATES, ...KYC_STATES, ...KYC_STATES].entries()) {
      for (const formId of forms) {
        const { submissionId: id } = await engine().addCustomer(
          aCall({ tenantId }),
          aPerson({ employeeId, formId }),
        );
        const createdAt = new Date(NOW.getTime() + Math.floor(index / 2));
        await kit.db().update(submissions).set({ createdAt }).where(eq(submissions.id, id));
        await walkTo(id, kycState);
        made.unshift({ id, formId, kycState });
      }
    }
  });

  const WAY: Record<KycState, KycState[]> = {
    New: [],
    Onboarding: ['Onboarding'],
    ComplianceReview: ['Onboarding', 'ComplianceReview'],
    Approved: ['Onboarding', 'ComplianceReview', 'Approved'],
    Rejected: ['Onboarding', 'ComplianceReview', 'Rejected'],
    OnboardingAfterRejection: ['Onboarding', 'ComplianceReview', 'Rejected', 'OnboardingAfterRejection'],
  };
  async function walkTo(id: string, state: KycState) {
    for (const kycState of WAY[state]) await moveTo(kit.db(), id, kycState);
  }

  /** All pages of a list, one after the other. */
  async function walk(asked: Asked) {
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const { submissions: page, nextCursor } = await list({ ...asked, ...(cursor ? { cursor } : {}) });
      pages.push(page.map(({ submissionId }) => submissionId));
      cursor = nextCursor ?? undefined;
    } while (cursor);
    return pages;
  }

  test.each([
    ['nothing', () => ({})],
    ['a state', () => ({ states: ['Approved'] as KycState[] })],
    ['several states', () => ({ states: ['New', 'Rejected', 'New', 'ComplianceReview'] as KycState[] })],
    ['every state', () => ({ states: [...KYC_STATES] })],
    ['a form', () => ({ formId: forms[0] ?? '' })],
    ['a form and a state', () => ({ formId: forms[1] ?? '', states: ['Onboarding'] as KycState[] })],
    [
      'a form and several states',
      () => ({ formId: forms[1] ?? '', states: ['New', 'Approved'] as KycState[] }),
    ],
    ['a form that nobody has', () => ({ formId: 'nobody' })],
  ])(
    'narrowed by %s holds each match once over its pages, newest first, with their number',
    async (_by, filter) => {
      const { formId, states } = filter() as Asked;
      const matching = made.filter(
        (one) => (formId === undefined || one.formId === formId) && (states?.includes(one.kycState) ?? true),
      );
      const pages = await walk({ ...filter(), limit: 4 });
      expect(pages.flat().sort()).toEqual(matching.map(({ id }) => id).sort());
      expect(pages.slice(0, -1).every((one) => one.length === 4)).toBe(true);
      const whole = await list({ ...filter(), limit: 100 });
      expect(whole.count).toBe(matching.length);
      expect(pages.flat()).toEqual(whole.submissions.map(({ submissionId }) => submissionId));
      const dates = whole.submissions.map(({ submissionDate }) => submissionDate);
      expect(dates).toEqual(dates.toSorted().reverse());
      expect(operations.listSubmissions.output.parse(whole)).toEqual(whole);
    },
  );

  test('names the customer, and none of another tenant', async () => {
    const { submissions: found } = await list({ limit: 1 });
    expect(found).toEqual([
      {
        submissionId: expect.any(String),
        customerId: expect.any(String),
        customerName: 'John Doe',
        submissionDate: expect.stringMatching(/Z$/),
        kycState: expect.any(String),
        email: expect.stringMatching(/@yopmail\.com$/),
      },
    ]);
    const foreign = { count: 0, submissions: [], nextCursor: null };
    expect(await list({}, 'nobody')).toEqual(foreign);
    expect(await list({ formId: forms[0] ?? '' }, 'nobody')).toEqual(foreign);
  });

  test('a customer created meanwhile moves nobody to another page', async () => {
    const first = await list({ limit: 5 });
    const employeeId = await anEmployee(kit.db(), { tenantId: 'lister' });
    const later = embeddedKyc({ db: kit.db(), clock: () => new Date(NOW.getTime() + 60_000), newId });
    const call = aCall({ tenantId: 'lister' });
    await later.addCustomer(call, aPerson({ employeeId, formId: forms[0] ?? '' }));
    const second = await list({ limit: 5, cursor: first.nextCursor ?? '' });
    const seen = [...first.submissions, ...second.submissions].map(({ submissionId }) => submissionId);
    expect(new Set(seen).size).toBe(10);
    expect(second.count).toBe(first.count + 1);
  });

  test.each(['x', 'W10', 'bnVsbA', Buffer.from('["2026-02-31T00:00:00Z","a"]').toString('base64url')])(
    'the cursor %s is a 400',
    async (cursor) => {
      await expect(list({ cursor })).rejects.toMatchObject({ code: 400, fields: [{ path: 'cursor' }] });
    },
  );
});

describeOnEachDatabase('a submission of somebody else', (kit) => {
  const capture = new Capture(() => kit.db());

  describe.each([
    ['another tenant', (_own: string, other: string) => [aCall({ tenantId: 'other' }), other] as const],
    [
      'another customer',
      (own: string, other: string) => [aCall({ actor: { kind: 'customer', id: own } }), other] as const,
    ],
    ['nobody', () => [aCall(), 'unknown'] as const],
  ])('of %s', (_whose, arranged) => {
    test('is a 404 in every operation', async () => {
      const [call, submissionId] = arranged(await capture.begin(), await capture.begin());
      const { kyc } = capture;
      const input = { submissionId };
      const refused = [
        kyc.saveAnswers(call, { ...input, answers: saving(COMPLETE) }),
        kyc.submitSubmission(call, input),
        kyc.getSubmissionPage(call, { ...input, pageId: 'About' }),
        kyc.getCustomerDetails(call, input),
        kyc.getIndividualProfile(call, input),
        kyc.listDocuments(call, input),
        kyc.downloadDocument(call, { ...input, documentId: 'unknown' }),
        kyc.deleteDocuments(call, { ...input, ids: ['unknown'] }),
      ];
      for (const one of await Promise.allSettled(refused)) {
        expect(one).toMatchObject({ status: 'rejected', reason: { code: 404, message: 'Not found' } });
      }
    });
  });

  test('a customer reads and saves its own, and lists nobody', async () => {
    const id = await capture.begin();
    const call = aCall({ actor: { kind: 'customer', id } });
    await expect(capture.save(id, COMPLETE, call)).resolves.toBe(id);
    await expect(capture.kyc.submitSubmission(call, { submissionId: id })).resolves.toBe(id);
    await expect(capture.kyc.listSubmissions(call, { limit: 1 })).rejects.toMatchObject({ code: 403 });
  });

  test('a page tells the form, the customer and the answers, and an unknown page is a 404', async () => {
    const id = await capture.begin();
    await capture.save(id, COMPLETE);
    const read = await capture.kyc.getSubmissionPage(aCall(), { submissionId: id, pageId: 'About' });
    expect(operations.getSubmissionPage.output.parse(read)).toEqual(read);
    expect(read).toMatchObject({
      id,
      userDetailsId: expect.any(String),
      userDetails: { firstName: 'John', lastName: 'Doe', email: expect.any(String) },
      companyId: null,
      company: null,
      form: { version: 1, tenantId: 'demo-tenant', pages: [{ id: 'About' }] },
      formApproverUserId: [],
      answers: [
        { fieldID: 'name', textValue: 'Ada Byron', field: { id: 'name', isRequired: true }, version: 2 },
        { fieldID: 'nationality' },
        { fieldID: 'exposed' },
      ],
    });
    const papers = await capture.kyc.getSubmissionPage(aCall(), { submissionId: id, pageId: 'Papers' });
    expect(papers.answers).toEqual([]);
    const unknown = capture.kyc.getSubmissionPage(aCall(), { submissionId: id, pageId: 'Nowhere' });
    await expect(unknown).rejects.toMatchObject({ code: 404 });
  });
});
