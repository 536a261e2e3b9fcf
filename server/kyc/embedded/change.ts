import { dayOf } from '@/lib/days';
import type { Actor, KycCall } from '@/lib/kyc/api';
import type { AnswerValue, TypedAnswer } from '@/lib/kyc/contract/answers';
import { KycError } from '@/lib/kyc/contract/errors';
import type { ClassificationState, FieldType, KycState, RiskLevel } from '@/lib/kyc/contract/lists';
import type { CaseCause } from '@/lib/kyc/decisions';
import { progressOf } from '@/lib/kyc/progress';
import type { AuditEvent } from '../../audit/events';
import { eventRow } from '../../audit/record';
import { settleCase } from '../../cases/settle';
import type { Tx } from '../../db/client';
import type { AssessmentRow } from '../../db/queries/assessments';
import { endOverride } from '../../db/queries/overrides';
import { type ProfileRow, profileRow } from '../../db/queries/profile';
import { writeSubmissionChange } from '../../db/queries/submission-change';
import { lockSubmission } from '../../db/queries/submissions';
import type { RiskDocument } from '../../risk/assess';
import { activeModel } from './active-model';
import { assessedEvent } from './assessment';
import { isMaterial } from './material';
import type { EngineParts } from './parts';
import { reassessed } from './reassess';
import { followReview, REVIEW_DUE } from './review';
import { keptVersion } from './versions';

/** A submission as it stands, its row held until the transaction ends. */
export type HeldSubmission = ProfileRow;

/** Holds a submission for a change and reads it; the 404 of an unknown id and another tenant's alike. */
export async function holdSubmission(
  tx: Tx,
  { tenantId }: Pick<KycCall, 'tenantId'>,
  submissionId: string,
): Promise<HeldSubmission> {
  const held = await lockSubmission(tx, tenantId, submissionId);
  const row = held ? await profileRow(tx, tenantId, submissionId) : undefined;
  if (row === undefined) throw new KycError(404);
  return row;
}

/** What a change makes of a held submission; whatever is left out stays as it is. */
export type Change = {
  /** Answers to fields of the form, new or in place of others. */
  saved?: readonly { fieldId: string; fieldTypeId: FieldType; value: AnswerValue }[];
  /** The fields whose answers are taken back. */
  removed?: readonly string[];
  /** The documents that are there after the change. */
  documents?: readonly RiskDocument[];
  /** The state to move to, by a legal move (`lib/kyc/states`). */
  state?: KycState;
  /** When the form was sent in; null once it is filled in anew. */
  completed?: Date | null;
  /** The requests that are answered by it. */
  answered?: readonly string[];
  /** The level that a person has set, to hold from now on. */
  override?: { id: string; riskLevelId: RiskLevel };
  /** What is put on record, besides a move and an assessment. */
  events: readonly AuditEvent[];
  /** What occasions an assessment, should the change lead to another result. */
  trigger: string;
};

/**
 * Makes a change of a held submission, with all that follows from it: the version is raised once, progress is counted anew, risk is
 * assessed anew and kept where the result is another one, moves and assessments are put on record, the directory and the queue follow.
 */
export async function changeSubmission(
  tx: Tx,
  { newId }: Pick<EngineParts, 'newId'>,
  { call, at }: { call: KycCall; at: Date },
  held: HeldSubmission,
  change: Change,
): Promise<void> {
  const { submission } = held;
  const { completed = submission.onboardingCompleted } = change;
  const version = submission.version + 1;
  const source = sourceOf(call.actor);
  const answers = answersAfter(held, change);
  const assessment = await reassessed(
    held,
    { answers, documents: change.documents ?? held.documents },
    await activeModel(tx, call.tenantId),
    { trigger: change.trigger, override: change.override, at, newId },
  );
  const state = change.state ?? stateAfter(held, change, assessment);
  const events: AuditEvent[] = [...change.events];
  if (state !== submission.kycState) {
    const data = { from: submission.kycState, to: state };
    events.push({ type: 'submission.state_changed', submissionId: submission.id, data });
  }
  if (assessment) events.push(assessedEvent(assessment));
  // An assessment that is not made under what a person set says that this no longer holds.
  if (assessment && assessment.overrideId === null && held.override?.isInForce) {
    const because = held.override.validUntil < dayOf(at) ? 'expired' : 'evidence';
    const overrideId = await endOverride(tx, submission.id, because, at);
    const data = { overrideId: overrideId ?? held.override.id, because } as const;
    events.push({ type: 'risk.override_ended', submissionId: submission.id, data });
  }
  await writeSubmissionChange(tx, {
    submissionId: submission.id,
    from: submission,
    to: {
      kycState: state,
      version,
      onboardingProgress: progressOf(held.pages, answers, completed !== null).onboardingProgress,
      onboardingCompleted: completed,
      approvalClassificationState: classificationAfter(state, submission.approvalClassificationState),
      updatedAt: at,
    },
    saved: (change.saved ?? []).map((answer) => ({
      ...answer,
      id: newId(),
      submissionId: submission.id,
      answeredAt: at,
      answeredBy: source,
      version,
    })),
    removed: change.removed ?? [],
    answered: change.answered ?? [],
    assessment,
    events: events.map((event) => eventRow({ ...call, at, id: newId() }, event)),
    kept: keptVersion(held, change, { call, at, source, version, state, assessment }),
  });
  if (mayHaveCase(submission.kycState) || mayHaveCase(state)) {
    await settleCase(tx, { call, at, newId }, submission.id, causeOf(held, change));
  }
  await followReview(tx, submission, { state, at, trigger: change.trigger });
}

/** A case is open while a submission is under review, and while another level is proposed for who is approved. */
function mayHaveCase(state: KycState): boolean {
  return state === 'ComplianceReview' || state === 'Approved';
}

/** Why a case opens that this change opens. */
function causeOf({ submission }: HeldSubmission, { trigger }: Change): CaseCause {
  if (trigger === REVIEW_DUE) return 'reviewDue';
  return submission.kycState === 'Approved' ? 'materialChange' : 'submitted';
}

/** The classification is taken with a positive decision, and open again with a negative one. */
function classificationAfter(state: KycState, now: ClassificationState): ClassificationState {
  if (state === 'Approved') return 'Accepted';
  return state === 'Rejected' ? 'Pending' : now;
}

/** The state that a change leads to by itself: who was approved is looked at again once something material is another. Section 6. */
function stateAfter(held: HeldSubmission, change: Change, assessment: AssessmentRow | undefined): KycState {
  const { kycState } = held.submission;
  return kycState === 'Approved' && isMaterial(held, change, assessment) ? 'ComplianceReview' : kycState;
}

/** Who an answer or a document is from: the customer, or the employee or system that acts on the customer's behalf. */
export function sourceOf(actor: Actor): string {
  if (actor.kind === 'customer') return 'customer';
  return actor.kind === 'staff' ? (actor.employeeId ?? actor.id) : actor.id;
}

/** The state in which a submission is after an answer: the first one begins it, and begins it anew. Contract section 6. */
export function stateAfterAnswer(state: KycState): KycState {
  return state === 'New' ? 'Onboarding' : stateAfterUpload(state);
}

/** The state in which a submission is after an upload: filling in anew may begin with it. Contract section 6. */
export function stateAfterUpload(state: KycState): KycState {
  return state === 'Rejected' ? 'OnboardingAfterRejection' : state;
}

/** Stored answers by field, as conditions and checks take them. */
export function givenBy(answers: readonly Answered[]): Map<string, TypedAnswer> {
  return new Map(
    answers.map(({ fieldId, fieldTypeId, value }) => [fieldId, typedAnswer(fieldTypeId, value)]),
  );
}

/** A stored answer in the shape of a body's: the row's type and value belong together, which the columns cannot say. */
function typedAnswer(fieldTypeId: FieldType, value: AnswerValue): TypedAnswer {
  return { ...value, fieldTypeId } as TypedAnswer;
}

type Answered = { fieldId: string; fieldTypeId: FieldType; value: AnswerValue };

/** The answers as the change leaves them. */
function answersAfter(
  held: HeldSubmission,
  { saved = [], removed = [] }: Omit<Change, 'events' | 'trigger'>,
): Answered[] {
  const replaced = new Set([...removed, ...saved.map(({ fieldId }) => fieldId)]);
  return [...held.answers.filter(({ fieldId }) => !replaced.has(fieldId)), ...saved];
}
