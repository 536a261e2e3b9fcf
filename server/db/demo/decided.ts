import type { RiskLevel } from '@/lib/kyc/contract/lists';
import { isPoliticallyExposed } from '@/lib/kyc/exposure';
import { needsSecondPerson } from '@/lib/kyc/four-eyes';
import type { AuditEvent } from '../../audit/events';
import type { decisions, riskAssessments } from '../schema';
import type { DemoDecision } from './casework';
import { demoId } from './ids';
import { ACCOUNT, staffId } from './staff';

type DecisionRow = typeof decisions.$inferInsert;
type Occasion = {
  tenantId: string;
  submissionId: string;
  assessment: Pick<typeof riskAssessments.$inferInsert, 'riskLevelId' | 'detail' | 'facts'>;
  seenVersion: number;
  madeAt: Date;
  validUntil?: string;
};

/** Who looks at what a member of compliance proposes: the other one. */
export const otherThan = (account: number) =>
  account === ACCOUNT.compliance ? ACCOUNT.compliance2 : ACCOUNT.compliance;

/** A decision that is made, or proposed where a second person has to look at it, by the same rule as the engine's. */
export function decisionOf(
  { kind, by, level, reason, note }: DemoDecision,
  { tenantId, submissionId, assessment, seenVersion, madeAt, validUntil }: Occasion,
): DecisionRow {
  const { riskLevelId: currentLevel, detail, facts } = assessment;
  const isPep = isPoliticallyExposed({ detail, facts: facts ?? null });
  const newLevel: RiskLevel | undefined = level?.riskLevelId;
  const needsSecond = needsSecondPerson({ kind, currentLevel, newLevel, isPep });
  return {
    id: demoId('decision', submissionId, kind, madeAt.toISOString()),
    tenantId,
    submissionId,
    kind,
    state: needsSecond ? 'awaitingSecond' : 'effective',
    needsSecond,
    riskLevelId: newLevel ?? null,
    validUntil: validUntil ?? null,
    reasonId: demoId('reason', `${tenantId} ${kind} ${reason}`),
    reason,
    note,
    seenVersion,
    makerId: staffId(by),
    madeAt,
    closedAt: needsSecond ? null : madeAt,
  };
}

/** What is put on record of a decision that is made or proposed. */
export function decisionEvent({ id, kind, needsSecond, seenVersion, ...row }: DecisionRow): AuditEvent {
  const { submissionId, riskLevelId = null } = row;
  const type = needsSecond ? 'decision.proposed' : 'decision.made';
  return { type, submissionId, data: { decisionId: id, kind, riskLevelId, seenVersion } };
}
