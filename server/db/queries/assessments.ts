import { and, desc, eq, getTableColumns } from 'drizzle-orm';
import type { DbOrTx } from '../client';
import { riskAssessments, submissions } from '../schema';
import { type OverrideTold, overrideJson } from './overrides';

export type AssessmentRow = typeof riskAssessments.$inferSelect;

/** Every assessment of a submission of the tenant with the override it was made under, the current one first. */
export async function assessmentsOf(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
): Promise<Array<AssessmentRow & { override: OverrideTold | null }>> {
  return db
    .select({ ...getTableColumns(riskAssessments), override: overrideJson(riskAssessments.overrideId) })
    .from(riskAssessments)
    .innerJoin(submissions, eq(submissions.id, riskAssessments.submissionId))
    .where(and(eq(submissions.tenantId, tenantId), eq(riskAssessments.submissionId, submissionId)))
    .orderBy(desc(riskAssessments.assessedAt), desc(riskAssessments.id));
}
