import { and, asc, eq, sql } from 'drizzle-orm';
import type { RiskLevel } from '@/lib/kyc/contract/lists';
import type { DbOrTx, Tx } from '../client';
import { directory, riskModelTrialMoves, riskModelTrials } from '../schema';

const T = riskModelTrials;
const M = riskModelTrialMoves;

export type TrialRow = typeof T.$inferSelect;
export type TrialMoveRow = typeof M.$inferInsert;

/** The last try-out of a version. */
export async function findTrialOf(
  db: DbOrTx,
  tenantId: string,
  version: number,
): Promise<TrialRow | undefined> {
  const [row] = await db
    .select()
    .from(T)
    .where(and(eq(T.tenantId, tenantId), eq(T.version, version)));
  return row;
}

/** A try-out by its id, of the tenant. */
export async function findTrial(db: DbOrTx, tenantId: string, id: string): Promise<TrialRow | undefined> {
  const [row] = await db
    .select()
    .from(T)
    .where(and(eq(T.tenantId, tenantId), eq(T.id, id)));
  return row;
}

/** Begins a try-out in place of the version's last one. */
export async function replaceTrial(tx: Tx, row: Omit<TrialRow, 'held' | 'finishedAt'>): Promise<void> {
  await tx.delete(T).where(and(eq(T.tenantId, row.tenantId), eq(T.version, row.version)));
  await tx.insert(T).values(row);
}

/** What a batch came to, added to a try-out whose work the transaction holds. */
export async function addToTrial(
  tx: Tx,
  id: string,
  {
    counts,
    held,
    finishedAt,
    moves,
  }: Pick<TrialRow, 'counts' | 'held' | 'finishedAt'> & {
    moves: TrialMoveRow[];
  },
): Promise<void> {
  await tx.update(T).set({ counts, held, finishedAt }).where(eq(T.id, id));
  if (moves.length > 0) await tx.insert(M).values(moves);
}

/** A place in the list of moves. */
export type MovePlace = { fromLevel: RiskLevel; toLevel: RiskLevel; submissionId: string };

/** Who would move, with their names, from behind `after` on; of one move, or of all. */
export async function trialMoves(
  db: DbOrTx,
  { tenantId, trialId }: { tenantId: string; trialId: string },
  {
    move,
    after,
    limit,
  }: {
    move?: { from: RiskLevel; to: RiskLevel } | undefined;
    after?: MovePlace | undefined;
    limit: number;
  },
) {
  const behind =
    after &&
    sql`(${M.fromLevel}, ${M.toLevel}, ${M.submissionId}) > (${after.fromLevel}, ${after.toLevel}, ${after.submissionId})`;
  return db
    .select({
      submissionId: M.submissionId,
      displayName: directory.displayName,
      fromLevel: M.fromLevel,
      toLevel: M.toLevel,
      fromScore: M.fromScore,
      toScore: M.toScore,
    })
    .from(M)
    .innerJoin(directory, and(eq(directory.submissionId, M.submissionId), eq(directory.tenantId, tenantId)))
    .where(
      and(eq(M.trialId, trialId), move && and(eq(M.fromLevel, move.from), eq(M.toLevel, move.to)), behind),
    )
    .orderBy(asc(M.fromLevel), asc(M.toLevel), asc(M.submissionId))
    .limit(limit);
}
