import { and, desc, eq, getTableColumns } from 'drizzle-orm';
import type { DbOrTx } from '../client';
import { riskAssessments, submissions } from '../schema';

export type AssessmentRow = typeof riskAssessments.$inferSelect;

/** Every assessment of a submission of the tenant, the current one first. */
export async function assessmentsOf(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
): Promise<AssessmentRow[]> {
  return db
    .select(getTableColumns(riskAssessments))
    .from(riskAssessments)
    .innerJoin(submissions, eq(submissions.id, riskAssessments.submissionId))
    .where(and(eq(submissions.tenantId, tenantId), eq(riskAssessments.submissionId, submissionId)))
    .orderBy(desc(riskAssessments.assessedAt), desc(riskAssessments.id));
}
