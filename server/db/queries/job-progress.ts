import { and, desc, eq, isNotNull, lt } from 'drizzle-orm';
import type { Database, DbOrTx, Tx } from '../open';
import { jobProgress } from '../schema';

export type ProgressRow = typeof jobProgress.$inferSelect;

/** One piece's row, or undefined before it began. */
export async function findProgress(db: DbOrTx, key: string): Promise<ProgressRow | undefined> {
  const [row] = await db.select().from(jobProgress).where(eq(jobProgress.key, key));
  return row;
}

/** A tenant's pieces, the newest first. */
export function listProgress(db: DbOrTx, tenantId: string, limit: number): Promise<ProgressRow[]> {
  return db
    .select()
    .from(jobProgress)
    .where(eq(jobProgress.tenantId, tenantId))
    .orderBy(desc(jobProgress.startedAt))
    .limit(limit);
}

/** Begins a piece; one that has begun stays as it is. */
export async function insertProgress(
  db: DbOrTx,
  row: Pick<ProgressRow, 'key' | 'tenantId' | 'job' | 'total' | 'note'>,
  at: Date,
): Promise<void> {
  await db
    .insert(jobProgress)
    .values({ ...row, startedAt: at, updatedAt: at })
    .onConflictDoNothing();
}

/** The row, held until the transaction ends: whoever else works on the piece waits and then sees what was done. */
export async function holdProgress(tx: Tx, key: string): Promise<ProgressRow | undefined> {
  const [row] = await tx.select().from(jobProgress).where(eq(jobProgress.key, key)).for('update');
  return row;
}

/** Writes what a batch came to, under {@link holdProgress}. */
export async function setProgress(
  tx: Tx,
  key: string,
  row: Pick<ProgressRow, 'done' | 'cursor' | 'updatedAt' | 'finishedAt'>,
): Promise<void> {
  await tx.update(jobProgress).set(row).where(eq(jobProgress.key, key));
}

/** Forgets what was finished before a moment. */
export async function deleteProgressFinishedBefore(db: Database, moment: Date): Promise<void> {
  await db
    .delete(jobProgress)
    .where(and(isNotNull(jobProgress.finishedAt), lt(jobProgress.finishedAt, moment)));
}
