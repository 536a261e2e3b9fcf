import type { RiskAssessment, RiskAssessmentDetail } from '@/lib/kyc/contract/profiles';
import type { AuditEvent } from '../../audit/events';
import type { AssessmentRow } from '../../db/queries/assessments';
import type { OverrideTold } from '../../db/queries/overrides';
import type { Complete } from './complete';

/**
 * A stored assessment in the contract's spelling, with the override it was made under and the day of the next review, which the
 * current one alone has. Contract section 4.
 */
export function riskAssessment(
  row: AssessmentRow,
  override: OverrideTold | null,
  nextReviewDate: string | null = null,
): Complete<RiskAssessment> {
  return {
    id: row.id,
    riskLevelId: row.riskLevelId,
    score: row.score,
    isProvisional: row.isProvisional,
    modelId: row.modelId,
    modelVersion: row.modelVersion,
    trigger: row.trigger,
    assessedAt: row.assessedAt.toISOString(),
    nextReviewDate,
    isOverridden: row.overrideId !== null,
    calculatedRiskLevelId: row.calculatedRiskLevelId,
    override: override && {
      riskLevelId: override.riskLevelId,
      reason: override.reason,
      requestedBy: override.requestedBy,
      approvedBy: override.approvedBy,
      at: new Date(override.at).toISOString(),
      validUntil: override.validUntil,
    },
  };
}

/** How a stored assessment came about. Contract section 4. */
export function riskAssessmentDetail({ detail }: AssessmentRow): Complete<RiskAssessmentDetail> {
  const { factors = [], thresholds = [], rulesFired = [] } = detail;
  return { factors, thresholds, rulesFired };
}

/** What is put on record of an assessment. */
export function assessedEvent(assessment: AssessmentRow): AuditEvent {
  const { id, submissionId, riskLevelId, score, modelId, modelVersion, trigger } = assessment;
  return {
    type: 'risk.assessed',
    submissionId,
    data: { assessmentId: id, riskLevelId, score, modelId, modelVersion, trigger },
  };
}
