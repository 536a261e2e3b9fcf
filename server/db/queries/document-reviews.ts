import { and, desc, eq, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '../client';
import { directory, documentReviews, staffUsers } from '../schema';

const R = documentReviews;

/** What was said of a document last, with the name of who said it. */
export type ReviewRow = Pick<typeof R.$inferSelect, 'documentId' | 'decision' | 'requestId' | 'createdAt'> & {
  by: string | null;
};

export async function insertReview(tx: Tx, review: typeof R.$inferInsert): Promise<void> {
  await tx.insert(R).values(review);
}

/** The latest word on each document of a submission. */
export async function latestReviews(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
): Promise<ReviewRow[]> {
  return db
    .selectDistinctOn([R.documentId], {
      documentId: R.documentId,
      decision: R.decision,
      requestId: R.requestId,
      createdAt: R.createdAt,
      by: sql<string | null>`${staffUsers.name}`,
    })
    .from(R)
    .leftJoin(staffUsers, and(eq(staffUsers.id, R.reviewedBy), eq(staffUsers.tenantId, tenantId)))
    .where(and(eq(R.tenantId, tenantId), eq(R.submissionId, submissionId)))
    .orderBy(R.documentId, desc(R.createdAt), desc(R.id));
}

/**
 * Where a customer stands, its line in the directory locked until the transaction ends, so that whoever asks, withdraws, sends back or
 * decides takes turns. Whoever changes the engine's own submission as well does that first. Undefined for none of the tenant.
 */
export async function lockStanding(tx: Tx, tenantId: string, submissionId: string) {
  const [entry] = await tx
    .select({ kycState: directory.kycState, displayName: directory.displayName, email: directory.email })
    .from(directory)
    .where(and(eq(directory.submissionId, submissionId), eq(directory.tenantId, tenantId)))
    .for('update');
  return entry;
}
