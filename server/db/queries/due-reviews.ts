import { and, asc, eq, gt, isNull, lt, lte, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '../client';
import { employees, reviewSchedules, riskOverrides, submissions } from '../schema';
import { holdFree } from './submissions';

/** A place in the calendar of reviews: the last one that was seen. */
export type ReviewPlace = { dueOn: string; submissionId: string };

/** The tenants that have employees, and so may have customers. */
export async function reviewedTenants(db: DbOrTx): Promise<string[]> {
  const rows = await db.selectDistinct({ tenantId: employees.tenantId }).from(employees);
  return rows.map(({ tenantId }) => tenantId);
}

/** The next approved customers of a tenant behind `after` who are due by `today`, the longest due first. */
export async function dueReviews(
  db: DbOrTx,
  tenantId: string,
  today: string,
  { after, limit }: { after: ReviewPlace | undefined; limit: number },
): Promise<ReviewPlace[]> {
  const { dueOn, submissionId } = reviewSchedules;
  return db
    .select({ dueOn, submissionId })
    .from(reviewSchedules)
    .innerJoin(submissions, eq(submissions.id, submissionId))
    .where(
      and(
        eq(reviewSchedules.tenantId, tenantId),
        lte(dueOn, today),
        eq(submissions.kycState, 'Approved'),
        after && sql`(${dueOn}, ${submissionId}) > (${after.dueOn}::date, ${after.submissionId})`,
      ),
    )
    .orderBy(asc(dueOn), asc(submissionId))
    .limit(limit);
}

/**
 * Holds an approved customer who is due, with the review's cause; undefined where another instance holds it, or it is not due any more.
 */
export async function holdDueReview(tx: Tx, submissionId: string, today: string) {
  const [held] = await tx
    .select({ dueOn: reviewSchedules.dueOn, because: reviewSchedules.because })
    .from(submissions)
    .innerJoin(reviewSchedules, eq(reviewSchedules.submissionId, submissions.id))
    .where(
      and(
        eq(submissions.id, submissionId),
        eq(submissions.kycState, 'Approved'),
        lte(reviewSchedules.dueOn, today),
      ),
    )
    .for('update', { of: submissions, skipLocked: true });
  return held;
}

/** The next levels set by a person, behind `after` (a submission's id), whose last day is behind `today`. */
export async function overridesRunOut(
  db: DbOrTx,
  today: string,
  { after, limit }: { after: string; limit: number },
): Promise<{ tenantId: string; submissionId: string }[]> {
  return db
    .select({ tenantId: riskOverrides.tenantId, submissionId: riskOverrides.submissionId })
    .from(riskOverrides)
    .where(
      and(
        isNull(riskOverrides.endedAt),
        lt(riskOverrides.validUntil, today),
        gt(riskOverrides.submissionId, after),
      ),
    )
    .orderBy(asc(riskOverrides.submissionId))
    .limit(limit);
}

/** Holds a submission whose level has run out; false where another instance holds it, or it has ended meanwhile. */
export function holdOverrideRunOut(tx: Tx, submissionId: string, today: string): Promise<boolean> {
  return holdFree(
    tx,
    submissionId,
    sql`exists (
      select 1 from ${riskOverrides} where ${riskOverrides.submissionId} = ${submissions.id}
      and ${riskOverrides.endedAt} is null and ${riskOverrides.validUntil} < ${today}
    )`,
  );
}
