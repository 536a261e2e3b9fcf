import 'server-only';
import type { Actor, KycApi, KycCall } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import type { Profile } from '@/lib/kyc/contract/profiles';
import type { AskAgain } from '@/lib/kyc/request-input';
import { askable, type InformationRequest } from '@/lib/kyc/requests';
import { newId } from '@/lib/new-id';
import { paths } from '@/lib/paths';
import type { AuditEvent } from '../audit/events';
import { recordAll } from '../audit/record';
import { takeCase } from '../cases/assign';
import { settleCase } from '../cases/settle';
import type { Database, DbOrTx, Tx } from '../db/client';
import { insertReview, lockStanding } from '../db/queries/document-reviews';
import {
  insertRequest,
  openRequests,
  type RequestRow,
  requestsOfSubmission,
  withdrawRequest,
} from '../db/queries/requests';
import { inTransaction } from '../db/transaction';
import { env } from '../env';
import { nudgeMail, queueMail } from '../mail/queue';
import { readProfile } from './profile';
import { currentDocument, type Subject, subjectOf } from './request-subject';

/** A call of a member of the staff. */
export type StaffCall = KycCall & { actor: Extract<Actor, { kind: 'staff' }> };

/** A customer of the caller's scope (`caseDesk().get`). */
type Customer = { submissionId: string; userType: string };

/** What each use case works with. */
export type RequestParts = { api: KycApi; db: Database; call: StaffCall; at: Date };

/** A submission's requests: the open ones first, each group with the newest first. */
export async function requestsOf(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
): Promise<InformationRequest[]> {
  return (await requestsOfSubmission(db, tenantId, submissionId)).map(informationRequest);
}

/** A stored request as everybody sees it; who asked is for compliance alone. */
export function informationRequest(row: RequestRow): InformationRequest {
  const { id, fieldId, documentTypeId, documentId, reason, words } = row;
  return {
    id,
    fieldId,
    documentTypeId,
    documentId,
    reason,
    words,
    requestedAt: row.createdAt.toISOString(),
    state: row.withdrawnAt ? 'withdrawn' : row.answeredAt ? 'answered' : 'open',
  };
}

/**
 * Asks the customer for a document or an answer again: the request, what it says of the document, the audit trail and the mail are one
 * transaction. `mailed` is false where no e-mail address is known. 404 where the customer has no such document or question, 409 where
 * the state forbids it or it is asked for already, 503 while the side that holds the profile is away.
 */
export async function askAgain(
  { api, db, call, at }: RequestParts,
  customer: Customer,
  { subject: asked, reason, words }: Omit<AskAgain, 'submissionId'>,
): Promise<{ requestId: string; mailed: boolean }> {
  const subject = subjectOf(await presentProfile(api, db, call, customer, at), asked);
  const { submissionId } = customer;
  const who = { tenantId: call.tenantId, submissionId };
  const { label, ...about } = subject;
  const requestId = newId();
  const mailed = await inTransaction(db, async (tx) => {
    await insertRequest(tx, {
      id: requestId,
      ...who,
      ...about,
      reason,
      words,
      requestedBy: call.actor.id,
      createdAt: at,
      answeredAt: null,
      withdrawnAt: null,
    });
    const { displayName, email, kycState } = await standing(tx, who);
    requireAskable(kycState, subject);
    await refuseTwice(tx, { ...who, requestId }, subject);
    if (about.documentId !== null) {
      const review = { ...who, documentId: about.documentId, decision: 'askedAgain', requestId } as const;
      await insertReview(tx, { id: newId(), ...review, reviewedBy: call.actor.id, createdAt: at });
    }
    const data = { requestId, ...about, reason };
    const events: AuditEvent[] = [{ type: 'information.requested', submissionId, data }];
    if (email !== '') {
      const values = { customerName: displayName, asked: [{ what: label, words }], url: portalUrl() };
      const mail = { kind: 'information_requested', values, recipient: email, ...who } as const;
      events.push(await queueMail(tx, mail, at, newId()));
    }
    await put(tx, call, at, events);
    await settleCase(tx, { call, at, newId }, submissionId);
    await takeCase(tx, { call, at, newId }, submissionId);
    return email !== '';
  });
  if (mailed) nudgeMail();
  return { requestId, mailed };
}

/**
 * Accepts a document; an open request for it is withdrawn, since it is no longer wanted. Only the current version of a type can be
 * accepted. Errors as {@link askAgain}.
 */
export async function acceptDocument(
  { api, db, call, at }: RequestParts,
  customer: Customer,
  documentId: string,
): Promise<void> {
  currentDocument(await presentProfile(api, db, call, customer, at), documentId);
  const { submissionId } = customer;
  const who = { tenantId: call.tenantId, submissionId };
  await inTransaction(db, async (tx) => {
    const moot = (await openRequests(tx, who.tenantId, submissionId)).filter(
      (request) => request.documentId === documentId,
    );
    for (const { id } of moot) await withdrawRequest(tx, { ...who, id }, { by: call.actor, at });
    const { kycState } = await standing(tx, who);
    if (askable(kycState) === 'nothing') throw new KycError(409, { message: NOT_NOW });
    const review = { ...who, documentId, decision: 'accepted', reviewedBy: call.actor.id } as const;
    await insertReview(tx, { id: newId(), ...review, createdAt: at });
    await put(tx, call, at, [
      { type: 'document.accepted', submissionId, data: { documentId } },
      ...moot.map(({ id }) => withdrawal(submissionId, id)),
    ]);
    await settleCase(tx, { call, at, newId }, submissionId);
  });
}

/** Takes a request back: the customer is no longer asked. 404 for another customer's, 409 where it is closed already. */
export async function takeBackRequest(
  { db, call, at }: Omit<RequestParts, 'api'>,
  { submissionId }: Pick<Customer, 'submissionId'>,
  requestId: string,
): Promise<void> {
  const who = { tenantId: call.tenantId, submissionId };
  await inTransaction(db, async (tx) => {
    const withdrawn = await withdrawRequest(tx, { ...who, id: requestId }, { by: call.actor, at });
    if (withdrawn === undefined) {
      const all = await requestsOfSubmission(tx, who.tenantId, submissionId);
      if (!all.some(({ id }) => id === requestId)) throw new KycError(404);
      throw new KycError(409, { message: 'The request is closed already.' });
    }
    await put(tx, call, at, [withdrawal(submissionId, requestId)]);
    await settleCase(tx, { call, at, newId }, submissionId);
  });
}

const NOT_NOW =
  'The customer is filling in the form. Documents are looked at, and asked for again, once it is sent.';

const withdrawal = (submissionId: string, requestId: string): AuditEvent => ({
  type: 'information.withdrawn',
  submissionId,
  data: { requestId },
});

/** The profile as it is now: a request rests on what is there, not on the last copy of it. */
async function presentProfile(
  api: KycApi,
  db: Database,
  call: StaffCall,
  customer: Customer,
  at: Date,
): Promise<Profile> {
  const { profile, stale } = await readProfile(api, db, call, customer, at);
  if (stale) throw new KycError(503);
  return profile;
}

type Who = { tenantId: string; submissionId: string };

async function standing(tx: Tx, { tenantId, submissionId }: Who) {
  const entry = await lockStanding(tx, tenantId, submissionId);
  if (entry === undefined) throw new KycError(404);
  return entry;
}

function requireAskable(kycState: string, { documentId }: Subject): void {
  const what = askable(kycState);
  if (what === 'nothing') throw new KycError(409, { message: NOT_NOW });
  if (what === 'documents' && documentId === null) {
    throw new KycError(409, {
      message: 'The customer is approved: only documents can be asked for again, since they run out.',
    });
  }
}

/** One thing is asked for once at a time: two requests for it could not be told apart by what comes back. */
async function refuseTwice(
  tx: Tx,
  { tenantId, submissionId, requestId }: Who & { requestId: string },
  { fieldId, documentTypeId }: Subject,
): Promise<void> {
  const others = (await openRequests(tx, tenantId, submissionId)).filter(({ id }) => id !== requestId);
  const same = others.some((open) =>
    documentTypeId === null ? open.fieldId === fieldId : open.documentTypeId === documentTypeId,
  );
  if (same) {
    throw new KycError(409, { message: 'This is asked for already. Withdraw that request to ask anew.' });
  }
}

async function put(tx: Tx, call: StaffCall, at: Date, events: AuditEvent[]): Promise<void> {
  const { tenantId, actor, requestId } = call;
  await recordAll(tx, { tenantId, actor, requestId, at }, newId, events);
}

/** The customer's portal; in front of somebody else's server there is none. */
function portalUrl(): string | null {
  const { origin, remote } = env();
  return remote === undefined ? `${origin}${paths.portal}` : null;
}
