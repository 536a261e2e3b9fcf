import type { KycCall } from '@/lib/kyc/api';
import type { AnswerValue } from '@/lib/kyc/contract/answers';
import type { FieldType, KycState } from '@/lib/kyc/contract/lists';
import type { Creation } from '../../db/queries/creation';
import type { ProfileRow } from '../../db/queries/profile';
import type { SubmissionChange } from '../../db/queries/submission-change';

/** What a change does to the answers, and what occasioned it. */
type Changed = {
  saved?: readonly { fieldId: string; fieldTypeId: FieldType; value: AnswerValue }[];
  removed?: readonly string[];
  trigger: string;
};

type Occasion = {
  call: KycCall;
  at: Date;
  /** Who the answers are from. */
  source: string;
  /** The version that the change makes, the state in it, and the assessment that came with it. */
  version: number;
  state: KycState;
  assessment: { id: string } | undefined;
};

/** The version that a change makes, to be kept: how it stands, and what became of the answers. */
export function keptVersion(
  { submission, answers, assessment: current }: ProfileRow,
  { saved = [], removed = [], trigger }: Changed,
  { call, at, source, version, state, assessment = current ?? undefined }: Occasion,
): SubmissionChange['kept'] {
  const of = { submissionId: submission.id, version };
  const answered = { ...of, answeredAt: at, answeredBy: source };
  const replaced = new Set(saved.map(({ fieldId }) => fieldId));
  return {
    version: {
      ...of,
      tenantId: submission.tenantId,
      at,
      actorKind: call.actor.kind,
      actorId: call.actor.id,
      trigger,
      kycState: state,
      assessmentId: assessment?.id ?? null,
    },
    answers: [
      ...saved.map(({ fieldId, fieldTypeId, value }) => ({ ...answered, fieldId, fieldTypeId, value })),
      ...answers
        .filter(({ fieldId }) => removed.includes(fieldId) && !replaced.has(fieldId))
        .map(({ fieldId, fieldTypeId }) => ({ ...answered, fieldId, fieldTypeId, value: null })),
    ],
  };
}

/** The version that a new customer starts with. */
export function firstVersion(
  { actor }: KycCall,
  { id, tenantId, version, createdAt, kycState }: Creation['submission'],
  assessment: { id: string; trigger: string },
): Creation['version'] {
  return {
    submissionId: id,
    version,
    tenantId,
    at: createdAt,
    actorKind: actor.kind,
    actorId: actor.id,
    trigger: assessment.trigger,
    kycState,
    assessmentId: assessment.id,
  };
}
