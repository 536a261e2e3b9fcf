import 'server-only';
import { dayOf } from '@/lib/days';
import { createHash } from 'node:crypto';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import type {
  CapturedAnswer,
  CaptureNews,
  CaptureNow,
  CaptureSave,
  CaptureSaved,
  CaptureView,
} from '@/lib/kyc/capture';
import { typedAnswer } from '@/lib/kyc/contract/answers';
import { KYC_STATES, known, USER_TYPES } from '@/lib/kyc/contract/lists';
import type { ProfileAnswer } from '@/lib/kyc/contract/profiles';
import { type Editable, editable } from '@/lib/kyc/editing';
import { checkAnswers } from '@/lib/kyc/form-schema';
import type { Source } from '@/lib/kyc/profile-page';
import type { InformationRequest } from '@/lib/kyc/requests';
import { displayName, PROFILE_OPERATION } from '@/lib/kyc/vocabulary';
import { type Database, database } from '../db/client';
import { documentLine, type ReadReviews } from './document-lines';
import { requestsOf } from './requests';
import { readSources } from './sources';

/** The customer whose form is filled in, whom the caller may read and answer for: the scope is asked for before. */
export type CaptureSubject = {
  submissionId: string;
  userType: string;
  displayName: string;
  /** As our directory has it; the engine writes it in the change's own transaction. */
  version: number | null;
};

const NO_REVIEWS: ReadReviews = new Map();

/** All that filling in a customer's form needs, from the port's profile and our own requests. */
export async function captureView(
  api: KycApi,
  db: Database,
  call: KycCall,
  customer: CaptureSubject,
): Promise<CaptureView> {
  const { submissionId } = customer;
  const operation = PROFILE_OPERATION[known(USER_TYPES, customer.userType) ?? 'IndividualCustomer'];
  const [profile, requests] = await Promise.all([
    api[operation](call, { submissionId }),
    openedRequests(db, call, submissionId),
  ]);
  const nameOf = await readSources(api, db, call, [
    ...profile.answers.map(({ answeredBy }) => answeredBy),
    ...profile.documents.map(({ uploadedBy }) => uploadedBy),
  ]);
  const { submission, form } = profile;
  const version = submission.version ?? null;
  const pages = form.pages ?? [];
  const answers = answersOf(profile.answers, nameOf);
  return {
    submissionId,
    customerName: displayName(submission) ?? customer.displayName,
    userType: submission.userType ?? customer.userType,
    kycState: submission.kycState ?? '',
    formName: form.name ?? null,
    formVersion: form.version ?? null,
    employeeName: submission.employeeName ?? null,
    version,
    stamp: stampOf(version, requests),
    progress: submission.onboardingProgress ?? 0,
    submittedAt: submission.onboardingCompleted ?? null,
    pages,
    answers,
    // What compliance said of a document reaches whoever fills in as a request, not as a verdict.
    documents: profile.documents.map((document) => documentLine(document, nameOf, NO_REVIEWS)),
    editable: editableIn(submission.kycState, requests, () => owed(pages, answers)),
    requests,
  };
}

/**
 * The view for somebody who has one already: `since` is that one's stamp. Where the engine is ours (`engine`), two small reads tell
 * that nothing is new; somebody else's server has to be asked in any case.
 */
export async function captureNews(
  api: KycApi,
  db: Database,
  call: KycCall,
  customer: CaptureSubject,
  known: { since: string | null; engine: boolean },
): Promise<CaptureNews> {
  if (known.engine && known.since !== null) {
    const requests = await openedRequests(db, call, customer.submissionId);
    if (known.since === stampOf(customer.version, requests)) return { unchanged: true };
  }
  return captureView(api, db, call, customer);
}

/** Saves answers, all or nothing, and tells how things stand after it. Refusals are the port's (400, 404, 409). */
export async function saveCapture(
  api: KycApi,
  db: Database,
  call: KycCall,
  customer: CaptureSubject,
  answers: readonly CaptureSave[],
): Promise<CaptureSaved> {
  await api.saveAnswers(call, { submissionId: customer.submissionId, answers: [...answers] });
  return { savedAt: new Date().toISOString(), view: await captureNow(api, db, call, customer) };
}

/** Sends the form in, or back where something was asked for again. 400 names what is missing, each field by its path. */
export async function submitCapture(
  api: KycApi,
  db: Database,
  call: KycCall,
  customer: CaptureSubject,
): Promise<CaptureSaved> {
  await api.submitSubmission(call, { submissionId: customer.submissionId });
  return { savedAt: new Date().toISOString(), view: await captureNow(api, db, call, customer) };
}

/** The same on the process's database, for whoever has no business with it. */
export async function captureDesk(api: KycApi) {
  const { db } = await database();
  return {
    view: (call: KycCall, customer: CaptureSubject) => captureView(api, db, call, customer),
    news: (call: KycCall, customer: CaptureSubject, known: { since: string | null; engine: boolean }) =>
      captureNews(api, db, call, customer, known),
    save: (call: KycCall, customer: CaptureSubject, answers: readonly CaptureSave[]) =>
      saveCapture(api, db, call, customer, answers),
    submit: (call: KycCall, customer: CaptureSubject) => submitCapture(api, db, call, customer),
  };
}

async function captureNow(...asked: Parameters<typeof captureView>): Promise<CaptureNow> {
  const { pages: _pages, ...now } = await captureView(...asked);
  return now;
}

async function openedRequests(db: Database, { tenantId }: KycCall, submissionId: string) {
  const requests = await requestsOf(db, tenantId, submissionId);
  return requests.filter(({ state }) => state !== 'withdrawn');
}

function stampOf(version: number | null, requests: readonly InformationRequest[]): string {
  const asked = requests.map(({ id, state }) => `${id}:${state}`).join();
  return `${version ?? ''}-${createHash('sha256').update(asked).digest('base64url').slice(0, 10)}`;
}

function editableIn(
  state: string | undefined,
  requests: readonly InformationRequest[],
  owed: () => string[],
): Editable {
  const named = known(KYC_STATES, state ?? '');
  if (named === undefined) return { kind: 'nothing' };
  const open = requests.filter((request) => request.state === 'open');
  return editable(named, open, open.length > 0 ? owed() : []);
}

/** The fields that must be answered and are not. */
function owed(pages: CaptureView['pages'], answers: CaptureView['answers']): string[] {
  const given = new Map(Object.entries(answers).map(([fieldId, { answer }]) => [fieldId, answer]));
  return checkAnswers(pages, given, { today: dayOf(new Date()) })
    .filter(({ kind }) => kind === 'missing')
    .map(({ fieldId }) => fieldId);
}

/** Answers of a kind that we do not know, or that are not whole, are not shown as answered: they cannot be edited either. */
function answersOf(
  answers: readonly ProfileAnswer[],
  nameOf: (id: string | null | undefined) => Source | null,
): Record<string, CapturedAnswer> {
  return Object.fromEntries(
    answers.flatMap((one) => {
      const fieldId = one.fieldID ?? one.field?.id;
      const answer = typedAnswer.safeParse(withoutNulls(one));
      if (fieldId === undefined || !answer.success) return [];
      const captured: CapturedAnswer = {
        answer: answer.data,
        version: one.version ?? null,
        answeredAt: one.answeredAt ?? null,
        by: nameOf(one.answeredBy) ?? { kind: 'system', name: null },
      };
      return [[fieldId, captured]];
    }),
  );
}

/** A remote server may say null for what is not given. */
function withoutNulls(answer: ProfileAnswer): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== null));
}
