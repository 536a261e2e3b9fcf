import { describe, expect, it } from 'vitest';
import type { CapturedAnswer, CaptureView } from './capture';
import type { FormField, FormPage } from './contract/forms';
import { portalOverview } from './portal-standing';
import type { DocumentLine } from './profile-page';
import type { InformationRequest } from './requests';

const TODAY = '2026-11-22';
const EARLY = '2026-11-01T08:00:00.000Z';
const ASKED = '2026-11-10T08:00:00.000Z';
const LATE = '2026-11-20T08:00:00.000Z';

function field(id: string, isRequired: boolean): FormField {
  return {
    id,
    name: id,
    label: `The ${id}`,
    fqName: `page.section.${id}`,
    fieldTypeId: 'Text',
    isRequired,
    isLocked: false,
    order: 1,
  };
}

function page(id: string, fields: FormField[]): FormPage {
  return {
    id,
    name: `Page ${id}`,
    order: 1,
    sections: [{ id: `${id}-s`, name: 'General', order: 1, fields }],
  };
}

const pages = [
  page('one', [field('name', true), field('nickname', false)]),
  page('two', [field('job', true)]),
];

function given(text: string, answeredAt = EARLY): CapturedAnswer {
  return {
    answer: { fieldTypeId: 'Text', textValue: text },
    version: 2,
    answeredAt,
    by: { kind: 'customer', name: null },
  };
}

function request(over: Partial<InformationRequest>): InformationRequest {
  return {
    id: 'r',
    fieldId: null,
    documentTypeId: null,
    documentId: null,
    reason: 'other',
    words: 'Please.',
    requestedAt: ASKED,
    state: 'open',
    ...over,
  };
}

function document(over: Partial<DocumentLine>): DocumentLine {
  return {
    id: 'd',
    type: 'Passport',
    fileName: 'passport.pdf',
    description: null,
    sizeInBytes: 1,
    contentType: 'application/pdf',
    sha256: null,
    version: 1,
    uploadedAt: EARLY,
    uploadedBy: null,
    expiryDate: null,
    pageCount: 1,
    width: null,
    height: null,
    review: null,
    ...over,
  };
}

type View = Pick<CaptureView, 'kycState' | 'pages' | 'answers' | 'documents' | 'requests'>;
const overview = (over: Partial<View>) =>
  portalOverview({ kycState: 'Onboarding', pages, answers: {}, documents: [], requests: [], ...over }, TODAY);
const whole = { name: given('Ana'), job: given('Baker') };

describe('where an onboarding stands for its customer', () => {
  it.each([
    ['New', {}, 'invited', true],
    ['Onboarding', { name: given('Ana') }, 'filling', true],
    ['Onboarding', whole, 'ready', true],
    ['OnboardingAfterRejection', { name: given('Ana') }, 'fillingAgain', true],
    ['OnboardingAfterRejection', whole, 'readyAgain', true],
    ['ComplianceReview', whole, 'review', false],
    ['Approved', whole, 'approved', false],
    ['Rejected', whole, 'refused', true],
    ['A state of another server', whole, 'review', false],
  ] as const)('in %s with %o is %s', (kycState, answers, standing, isTheirTurn) => {
    expect(overview({ kycState, answers: { ...answers } })).toMatchObject({ standing, isTheirTurn });
  });

  it('counts what is missing or not yet as wanted, page by page', () => {
    expect(overview({ answers: { name: given('') } }).pages).toEqual([
      { id: 'one', name: 'Page one', owed: 1 },
      { id: 'two', name: 'Page two', owed: 1 },
    ]);
    expect(overview({ answers: { name: given('Ana') } }).pages.map(({ owed }) => owed)).toEqual([0, 1]);
  });

  it('shows what is asked again with the question and its page, whatever the state, and what was answered since', () => {
    const requests = [
      request({ id: 'a', fieldId: 'job' }),
      request({ id: 'b', documentTypeId: 'Passport', documentId: 'd' }),
      request({ id: 'c', fieldId: 'name', state: 'answered' }),
    ];
    const before = overview({ kycState: 'Approved', answers: whole, requests, documents: [document({})] });
    expect(before).toMatchObject({
      standing: 'asked',
      asked: [
        { request: { id: 'a' }, question: 'The job', pageId: 'two', isAnswered: false },
        { request: { id: 'b' }, question: null, pageId: null, isAnswered: false },
      ],
    });
    const answers = { ...whole, job: given('Miller', LATE) };
    const documents = [document({}), document({ id: 'e', version: 2, uploadedAt: LATE })];
    expect(overview({ kycState: 'ComplianceReview', answers, requests, documents })).toMatchObject({
      standing: 'answered',
      isTheirTurn: true,
      asked: [{ isAnswered: true }, { isAnswered: true }],
    });
  });

  it('takes another type of document, or an answer of before the request, for no answer to it', () => {
    const requests = [request({ fieldId: 'job' }), request({ documentTypeId: 'Passport' })];
    const documents = [document({ type: 'ProofofAddress', uploadedAt: LATE })];
    const { asked } = overview({ kycState: 'ComplianceReview', answers: whole, requests, documents });
    expect(asked.map(({ isAnswered }) => isAnswered)).toEqual([false, false]);
  });

  it('names the current documents that are over or will be within 90 days, the most urgent first', () => {
    const documents = [
      document({ id: 'later', type: 'Passport', expiryDate: '2027-02-20' }),
      document({ id: 'never', type: 'Other', expiryDate: '2027-02-21' }),
      document({ id: 'over', type: 'CompanyLicense', expiryDate: '2026-11-21' }),
      document({ id: 'today', type: 'ProofofAddress', expiryDate: TODAY }),
      document({ id: 'old', type: 'W9', version: 1, expiryDate: '2020-01-01' }),
      document({ id: 'new', type: 'W9', version: 2, expiryDate: '2030-01-01' }),
    ];
    const { expiring } = overview({ documents });
    expect(expiring.map(({ document: { id }, days }) => [id, days])).toEqual([
      ['over', -1],
      ['today', 0],
      ['later', 90],
    ]);
  });
});
