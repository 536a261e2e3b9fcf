import { and, type Column, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { RiskLevel } from '@/lib/kyc/contract/lists';
import type { OverrideEnd } from '@/lib/kyc/decisions';
import type { Tx } from '../client';
import { decisions, riskOverrides, staffUsers } from '../schema';

/** Sets a level in place of the calculated one; a second one in force for one submission violates `risk_overrides_one`. */
export async function insertOverride(tx: Tx, override: typeof riskOverrides.$inferInsert): Promise<void> {
  await tx.insert(riskOverrides).values(override);
}

/** Ends the override in force of a submission; gives its id, or undefined where none is. */
export async function endOverride(
  tx: Tx,
  submissionId: string,
  because: OverrideEnd,
  at: Date,
): Promise<string | undefined> {
  const [ended] = await tx
    .update(riskOverrides)
    .set({ endedAt: at, endedBecause: because })
    .where(and(eq(riskOverrides.submissionId, submissionId), isNull(riskOverrides.endedAt)))
    .returning({ id: riskOverrides.id });
  return ended?.id;
}

/** An override as an assessment tells it: who asked, who approved (nobody where one person was enough), why, and since when. */
export type OverrideTold = {
  id: string;
  riskLevelId: RiskLevel;
  /** The last day on which it holds. */
  validUntil: string;
  /** False once it has ended, whatever ended it. */
  isInForce: boolean;
  reason: string;
  requestedBy: string;
  approvedBy: string | null;
  /** As PostgreSQL writes a moment into JSON. */
  at: string;
};

/** The override that an assessment was made under, in SQL; null where it was under none. */
export function overrideJson(overrideId: Column | SQL) {
  const nameOf = (id: Column) =>
    sql`(select ${staffUsers.name} from ${staffUsers} where ${staffUsers.id} = ${id})`;
  return sql<OverrideTold | null>`(
    select json_build_object(
      'id', ${riskOverrides.id}, 'riskLevelId', ${riskOverrides.riskLevelId}, 'validUntil', ${riskOverrides.validUntil},
      'isInForce', ${riskOverrides.endedAt} is null, 'reason', coalesce(${decisions.reason}, ${decisions.note}, ''),
      'requestedBy', coalesce(${nameOf(decisions.makerId)}, ${decisions.makerId}),
      'approvedBy', coalesce(${nameOf(decisions.checkerId)}, ${decisions.checkerId}), 'at', ${riskOverrides.createdAt})
    from ${riskOverrides} inner join ${decisions} on ${decisions.id} = ${riskOverrides.decisionId}
    where ${riskOverrides.id} = ${overrideId}
  )`;
}
