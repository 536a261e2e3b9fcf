import { dayOf } from '@/lib/days';
import { canonicalJson } from '@/lib/canonical-json';
import type { AnswerValue } from '@/lib/kyc/contract/answers';
import type { RiskLevel } from '@/lib/kyc/contract/lists';
import type { RiskModel } from '@/lib/risk/model';
import type { AssessmentRow } from '../../db/queries/assessments';
import type { ProfileRow } from '../../db/queries/profile';
import { factsOf } from '../../risk/facts';
import { assess, type RiskDocument, type RiskResult } from '../../risk/assess';

/** What an assessment follows from, as a change leaves it. */
export type Evidence = {
  answers: readonly { fieldId: string; value: AnswerValue }[];
  documents: readonly RiskDocument[];
};

type Occasion = {
  trigger: string;
  /** The level that a person sets with this very change. */
  override: { id: string; riskLevelId: RiskLevel } | undefined;
  at: Date;
  newId: () => string;
};

/**
 * The assessment of a held submission after a change; undefined where nothing of it is another. A level that a person set holds under
 * another model, and no longer once its last day is behind or the facts are others.
 */
export async function reassessed(
  held: ProfileRow,
  evidence: Evidence,
  model: RiskModel,
  { trigger, override: set, at, newId }: Occasion,
): Promise<AssessmentRow | undefined> {
  const { customer, submission, pages, assessment: current } = held;
  const today = dayOf(at);
  const result = await assess({ userType: customer.userType, pages, today, ...evidence }, model);
  const standing = overrideOn(held, today);
  const hasRunOut = held.override !== null && standing === undefined;
  if (current !== null && set === undefined && !hasRunOut && sameResult(current, result)) return undefined;
  const override = set ?? (current !== null && sameEvidence(current, result) ? standing : undefined);
  const riskLevelId = override?.riskLevelId ?? result.calculatedRiskLevelId;
  return {
    ...result,
    id: newId(),
    submissionId: submission.id,
    riskLevelId,
    trigger,
    overrideId: override?.id ?? null,
    assessedAt: at,
  };
}

/**
 * The assessment that a held submission has at a moment, without any change of it: the kept one, unless a model that was released since,
 * a document that has expired or the end of a level that a person set has overtaken it.
 */
export async function assessmentAt(
  held: ProfileRow,
  model: RiskModel,
  { at, newId }: Pick<Occasion, 'at' | 'newId'>,
): Promise<AssessmentRow | null> {
  const { assessment: kept } = held;
  const next = await reassessed(held, held, model, { trigger: 'decision', override: undefined, at, newId });
  if (next === undefined || kept === null) return next ?? kept;
  const restsOn = ({ modelId, modelVersion, facts, overrideId }: AssessmentRow) =>
    canonicalJson([modelId, modelVersion, facts, overrideId]);
  return restsOn(kept) === restsOn(next) ? kept : next;
}

/** The level that a person set, where it holds on a day: also the last hours of one that no job has ended yet are over. */
function overrideOn({ override }: ProfileRow, today: string) {
  return override?.isInForce && override.validUntil >= today ? override : undefined;
}

/** Whether a result rests on the facts of an assessment. One from before facts were kept is told by its model alone. */
export function sameEvidence(
  before: Pick<AssessmentRow, 'facts' | 'modelId' | 'modelVersion'>,
  result: RiskResult,
): boolean {
  return before.facts === null
    ? before.modelId !== result.modelId || before.modelVersion !== result.modelVersion
    : canonicalJson(before.facts) === canonicalJson(result.facts);
}

/** Whether the assessment of a held submission rests on the facts of this moment. Not so of one from before they were kept. */
export function restsOnTheSame(
  { customer: { userType }, pages, answers, documents, assessment }: ProfileRow,
  at: Date,
): boolean {
  const facts = factsOf({ userType, pages, answers, documents, today: dayOf(at) });
  return canonicalJson(assessment?.facts ?? null) === canonicalJson(facts);
}

function sameResult(a: AssessmentRow, b: RiskResult): boolean {
  const told = (one: AssessmentRow | RiskResult) => {
    const { modelId, modelVersion, score, calculatedRiskLevelId, isProvisional, detail, facts } = one;
    return canonicalJson([modelId, modelVersion, score, calculatedRiskLevelId, isProvisional, detail, facts]);
  };
  return told(a) === told(b);
}
