import { and, desc, eq, sql } from 'drizzle-orm';
import type { DbOrTx } from '../client';
import { informationRequests, riskAssessments, riskOverrides, submissions } from '../schema';
import { isOpen } from './requests';

/** Where a submission of the engine stands, as far as it says what may be decided; undefined for none of the tenant. */
export async function decisionGround(db: DbOrTx, tenantId: string, submissionId: string) {
  const [row] = await db
    .select({
      kycState: submissions.kycState,
      version: submissions.version,
      level: riskAssessments.riskLevelId,
      calculatedLevel: riskAssessments.calculatedRiskLevelId,
      levelUntil: riskOverrides.validUntil,
      detail: riskAssessments.detail,
      facts: riskAssessments.facts,
      openRequests: sql<number>`(
        select count(*)::int from ${informationRequests}
        where ${informationRequests.submissionId} = ${submissions.id} and ${isOpen}
      )`,
    })
    .from(submissions)
    .innerJoin(riskAssessments, eq(riskAssessments.submissionId, submissions.id))
    .leftJoin(riskOverrides, eq(riskOverrides.id, riskAssessments.overrideId))
    .where(and(eq(submissions.id, submissionId), eq(submissions.tenantId, tenantId)))
    .orderBy(desc(riskAssessments.assessedAt), desc(riskAssessments.id))
    .limit(1);
  return row;
}
