import { dayOf } from '@/lib/days';
import { documentsNamed } from '@/lib/kyc/answer-documents';
import type { KycApi } from '@/lib/kyc/api';
import { placedFields } from '@/lib/kyc/conditions';
import { type FieldFault, KycError } from '@/lib/kyc/contract/errors';
import type { KycState } from '@/lib/kyc/contract/lists';
import { checkAnswers } from '@/lib/kyc/form-schema';
import { MOVES } from '@/lib/kyc/states';
import type { AuditEvent } from '../../audit/events';
import type { OpenRequest } from '../../db/queries/profile';
import { inTransaction } from '../../db/transaction';
import { changeSubmission, givenBy, type HeldSubmission, holdSubmission } from './change';
import type { EngineParts } from './parts';

/**
 * `POST submissions/{submissionId}/submit`: sends the form in for review, and sends back what was asked for again. 400 names every
 * field that stands in the way by its `fqName`; 409 where there is nothing to send in the state. Contract section 6.
 */
export function submitSubmission(parts: EngineParts): KycApi['submitSubmission'] {
  return (call, { submissionId }) =>
    inTransaction(parts.db, async (tx) => {
      const held = await holdSubmission(tx, call, submissionId);
      const at = parts.clock();
      const { kycState, onboardingCompleted, version } = held.submission;
      const faults = isSent(kycState) && held.openRequests.length === 0 ? [] : obstacles(held, at);
      if (faults.length > 0 && kycState !== 'Rejected') throw new KycError(400, { fields: faults });
      if (!maySubmit(held)) throw nothingToSend(kycState);
      const answered = held.openRequests.map(({ id }) => id);
      await changeSubmission(tx, parts, { call, at }, held, {
        state: 'ComplianceReview',
        completed: onboardingCompleted ?? at,
        answered,
        events: [
          ...(isSent(kycState) ? [] : [submitted(submissionId, version + 1)]),
          ...(answered.length > 0 ? [wasAnswered(submissionId, answered)] : []),
        ],
        trigger: answered.length > 0 ? 'information.answered' : 'submission.submitted',
      });
      return submissionId;
    });
}

/** Whether the form has been sent in, so that only what is asked for again can be sent. */
function isSent(state: KycState): boolean {
  return state === 'ComplianceReview' || state === 'Approved';
}

function maySubmit({ submission: { kycState }, openRequests }: HeldSubmission): boolean {
  if (isSent(kycState) && openRequests.length === 0) return false;
  return kycState === 'ComplianceReview' || MOVES[kycState].includes('ComplianceReview');
}

function nothingToSend(state: KycState): KycError {
  return new KycError(409, { message: `There is nothing to submit in the state ${state}` });
}

/**
 * What stands in the way: fields that are missing or wrong, and requests that nobody answered. A form that was taken already is not
 * held to limits again that it met when it was sent in (a document's age, say); what is required must be there still.
 */
function obstacles(held: HeldSubmission, at: Date): FieldFault[] {
  const { submission, pages, answers, openRequests } = held;
  const names = new Map(placedFields(pages).map(({ field }) => [field.id, field.fqName]));
  const nameOf = (fieldId: string) => names.get(fieldId) ?? fieldId;
  const problems = checkAnswers(pages, givenBy(answers), { today: dayOf(at) });
  const counted = isSent(submission.kycState) ? problems.filter(({ kind }) => kind === 'missing') : problems;
  const faults = counted.map(({ fieldId, message }) => ({ path: nameOf(fieldId), message }));
  const named = new Set(counted.map(({ fieldId }) => fieldId));
  const waiting = openRequests.filter(
    (request) => !isAnswered(held, request) && !(request.fieldId && named.has(request.fieldId)),
  );
  return [
    ...faults,
    ...waiting.map(({ fieldId, documentTypeId }) =>
      fieldId === null
        ? { path: `documents.${documentTypeId ?? 'Other'}`, message: 'must be uploaded again' }
        : { path: nameOf(fieldId), message: 'must be answered again' },
    ),
  ];
}

/** Whether a request was met since it was made: its field answered anew, with another document than the one refused, or a document uploaded. */
function isAnswered({ answers, documents }: HeldSubmission, request: OpenRequest): boolean {
  const since = (moment: string) => Date.parse(moment) > Date.parse(request.createdAt);
  if (request.fieldId !== null) {
    const answer = answers.find(({ fieldId }) => fieldId === request.fieldId);
    return (
      answer !== undefined &&
      since(answer.answeredAt) &&
      !documentsNamed(answer.value).some(({ documentId }) => documentId === request.documentId)
    );
  }
  return documents.some(
    ({ documentTypeId, uploadedAt }) => documentTypeId === request.documentTypeId && since(uploadedAt),
  );
}

function submitted(submissionId: string, version: number): AuditEvent {
  return { type: 'submission.submitted', submissionId, data: { version } };
}

function wasAnswered(submissionId: string, requestIds: string[]): AuditEvent {
  return { type: 'information.answered', submissionId, data: { requestIds } };
}
