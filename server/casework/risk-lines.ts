import 'server-only';
import type { Profile, RiskAssessment, RiskAssessmentDetail, RiskFactor } from '@/lib/kyc/contract/profiles';
import type { AssessmentLine, RiskFactorLine, RiskSummary } from '@/lib/kyc/profile-page';

/** An assessment of a customer's history, as the office hands it out. */
export type PastAssessment = { assessment: RiskAssessment; detail: RiskAssessmentDetail };

/**
 * The current assessment and how it came about, picked by name from a profile of either side. Why a person set the level, and who, is
 * told to who reads decisions alone.
 */
export function riskSummary(
  { riskAssessment: risk, riskAssessmentDetail: detail, answers }: Profile,
  readsReasons: boolean,
): RiskSummary {
  const answered = new Set(answers.map((answer) => answer.fieldID ?? answer.field?.id));
  return {
    level: risk.riskLevelId ?? null,
    score: risk.score ?? null,
    isProvisional: risk.isProvisional ?? false,
    isOverridden: risk.isOverridden ?? false,
    calculatedLevel: risk.calculatedRiskLevelId ?? null,
    override: readsReasons ? overrideOf(risk) : null,
    modelId: risk.modelId ?? null,
    modelVersion: risk.modelVersion ?? null,
    trigger: risk.trigger ?? null,
    assessedAt: risk.assessedAt ?? null,
    nextReviewDate: risk.nextReviewDate ?? null,
    review: null,
    thresholds: (detail.thresholds ?? []).map(({ riskLevelId, from, to }) => ({
      level: riskLevelId ?? '',
      from: from ?? 0,
      to: to ?? 100,
    })),
    factors: (detail.factors ?? [])
      .map((factor, at) => factorLine(factor, at, answered))
      .sort((a, b) => b.contribution - a.contribution),
    rules: (detail.rulesFired ?? []).map(({ id, effect, explanation }, at) => ({
      id: id ?? String(at),
      effect: effect ?? null,
      explanation: explanation ?? null,
    })),
  };
}

function overrideOf({ override }: RiskAssessment): RiskSummary['override'] {
  if (!override) return null;
  const { validUntil } = override;
  return {
    level: override.riskLevelId ?? null,
    reason: override.reason ?? null,
    requestedBy: override.requestedBy ?? null,
    approvedBy: override.approvedBy ?? null,
    at: override.at ?? null,
    validUntil: typeof validUntil === 'string' ? validUntil : null,
  };
}

function factorLine(
  factor: RiskFactor,
  at: number,
  answered: ReadonlySet<string | undefined>,
): RiskFactorLine {
  return {
    id: factor.id ?? String(at),
    name: factor.name ?? factor.id ?? '',
    category: factor.category ?? null,
    value: factor.value ?? null,
    score: factor.score ?? null,
    weight: factor.weight ?? null,
    contribution: factor.contribution ?? 0,
    explanation: factor.explanation ?? null,
    rule: factor.rule ? { id: factor.rule.id, explanation: factor.rule.explanation } : null,
    sources: (factor.sources ?? []).map(({ fieldId, label }) => ({
      fieldId,
      label,
      answered: answered.has(fieldId),
    })),
    known: factor.known ?? true,
  };
}

/** A customer's assessments, the newest first, each with what moved since the one before. */
export function assessmentLines(assessments: readonly PastAssessment[]): AssessmentLine[] {
  return assessments.map(({ assessment, detail }, at) => {
    const before = assessments[at + 1];
    return {
      id: assessment.id ?? String(at),
      level: assessment.riskLevelId ?? '',
      score: assessment.score ?? 0,
      isProvisional: assessment.isProvisional ?? false,
      isOverridden: assessment.isOverridden ?? false,
      trigger: assessment.trigger ?? '',
      modelId: assessment.modelId ?? '',
      modelVersion: assessment.modelVersion ?? 0,
      assessedAt: assessment.assessedAt ?? '',
      calculatedLevel: assessment.calculatedRiskLevelId ?? null,
      changes: before ? changesBetween(before.detail, detail) : [],
    };
  });
}

/** Less than that is the rounding of a contribution. */
const NOTICEABLE = 0.05;

function changesBetween(
  before: RiskAssessmentDetail,
  after: RiskAssessmentDetail,
): AssessmentLine['changes'] {
  const points = (detail: RiskAssessmentDetail) =>
    new Map((detail.factors ?? []).map(({ id, name, contribution }) => [id, { name, contribution }]));
  const [old, now] = [points(before), points(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((id) => ({
      id: id ?? '',
      name: now.get(id)?.name ?? old.get(id)?.name ?? id ?? '',
      from: old.get(id)?.contribution ?? 0,
      to: now.get(id)?.contribution ?? 0,
    }))
    .filter(({ from, to }) => Math.abs(to - from) >= NOTICEABLE)
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
}
