import { and, desc, eq } from 'drizzle-orm';
import type { OverrideEnd } from '@/lib/kyc/decisions';
import type { DbOrTx, Tx } from '../client';
import { decisions, riskOverrides } from '../schema';

export type DecisionRow = typeof decisions.$inferSelect;

/** A decision with the end of the level that it set; null while that holds, and of a decision that set none. */
export type ToldDecision = DecisionRow & { levelEnd: { at: Date; because: OverrideEnd } | null };

/** Puts a decision down; a second open proposal for one submission violates `decisions_one_open`. */
export async function insertDecision(tx: Tx, decision: DecisionRow): Promise<void> {
  await tx.insert(decisions).values(decision);
}

/** Closes a proposal that is open; false where somebody closed it before. */
export async function closeDecision(
  tx: Tx,
  { tenantId, id }: Pick<DecisionRow, 'tenantId' | 'id'>,
  how: Pick<DecisionRow, 'state' | 'closedAt'> & Partial<Pick<DecisionRow, 'checkerId' | 'checkerNote'>>,
): Promise<boolean> {
  const closed = await tx
    .update(decisions)
    .set(how)
    .where(and(eq(decisions.id, id), eq(decisions.tenantId, tenantId), eq(decisions.state, 'awaitingSecond')))
    .returning({ id: decisions.id });
  return closed.length === 1;
}

/** Every decision about a submission of the tenant, the newest first. */
export async function decisionsOf(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
): Promise<ToldDecision[]> {
  const rows = await db
    .select({
      decision: decisions,
      endedAt: riskOverrides.endedAt,
      endedBecause: riskOverrides.endedBecause,
    })
    .from(decisions)
    .leftJoin(
      riskOverrides,
      and(eq(riskOverrides.submissionId, decisions.submissionId), eq(riskOverrides.decisionId, decisions.id)),
    )
    .where(and(eq(decisions.submissionId, submissionId), eq(decisions.tenantId, tenantId)))
    .orderBy(desc(decisions.madeAt), desc(decisions.id));
  return rows.map(({ decision, endedAt: at, endedBecause: because }) => ({
    ...decision,
    levelEnd: at && because ? { at, because } : null,
  }));
}

/** What waits for a second person. */
export async function openProposal(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
): Promise<DecisionRow | undefined> {
  const [open] = await db
    .select()
    .from(decisions)
    .where(
      and(
        eq(decisions.submissionId, submissionId),
        eq(decisions.tenantId, tenantId),
        eq(decisions.state, 'awaitingSecond'),
      ),
    );
  return open;
}

/** A decision about the submission, of whatever state. */
export async function findDecision(
  db: DbOrTx,
  { tenantId, submissionId, id }: Pick<DecisionRow, 'tenantId' | 'submissionId' | 'id'>,
): Promise<DecisionRow | undefined> {
  const [found] = await db
    .select()
    .from(decisions)
    .where(
      and(eq(decisions.id, id), eq(decisions.submissionId, submissionId), eq(decisions.tenantId, tenantId)),
    );
  return found;
}
