import { and, eq, sql } from 'drizzle-orm';
import type { DbOrTx } from '../client';
import { dashboardCounts } from '../schema';

/** What was counted: whose, and what. */
export type CountKey = { tenantId: string; scope: string };

const withKey = ({ tenantId, scope }: CountKey) =>
  and(eq(dashboardCounts.tenantId, tenantId), eq(dashboardCounts.scope, scope));

/** What was counted last, or undefined where nobody has yet. */
export async function lastCounts(db: DbOrTx, key: CountKey) {
  const [row] = await db
    .select({
      counts: dashboardCounts.counts,
      countedAt: dashboardCounts.countedAt,
      tookMs: dashboardCounts.tookMs,
    })
    .from(dashboardCounts)
    .where(withKey(key));
  const { countedAt } = row ?? {};
  return row && countedAt ? { ...row, countedAt } : undefined;
}

/** Takes the counting upon oneself; false where somebody else has, later than `lapsed`, or was done since one `saw` the last count. */
export async function claimCounting(
  db: DbOrTx,
  key: CountKey,
  { at, lapsed, saw }: { at: Date; lapsed: Date; saw: Date | undefined },
): Promise<boolean> {
  const claimed = await db
    .insert(dashboardCounts)
    .values({ ...key, claimedAt: at })
    .onConflictDoUpdate({
      target: [dashboardCounts.tenantId, dashboardCounts.scope],
      set: { claimedAt: at },
      setWhere: sql`(${dashboardCounts.claimedAt} is null or ${dashboardCounts.claimedAt} < ${lapsed.toISOString()})
        and ${dashboardCounts.countedAt} is not distinct from ${saw?.toISOString() ?? null}::timestamptz`,
    })
    .returning({ scope: dashboardCounts.scope });
  return claimed.length > 0;
}

/** Keeps what was counted, and gives the claim back. */
export async function keepCounts(
  db: DbOrTx,
  key: CountKey,
  kept: { counts: unknown; countedAt: Date; tookMs: number },
): Promise<void> {
  await db
    .update(dashboardCounts)
    .set({ ...kept, claimedAt: null })
    .where(withKey(key));
}

/** Gives the claim back after counting failed. */
export async function dropClaim(db: DbOrTx, key: CountKey): Promise<void> {
  await db.update(dashboardCounts).set({ claimedAt: null }).where(withKey(key));
}
