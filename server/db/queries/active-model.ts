import { and, desc, eq, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '../client';
import { riskModelVersions } from '../schema';

const isReleased = (tenantId: string) =>
  and(eq(riskModelVersions.tenantId, tenantId), eq(riskModelVersions.state, 'released'));

/** The number of the version in force; undefined where the tenant has none. */
export async function versionInForce(db: DbOrTx, tenantId: string): Promise<number | undefined> {
  const [row] = await db
    .select({ version: riskModelVersions.version })
    .from(riskModelVersions)
    .where(isReleased(tenantId))
    .orderBy(desc(riskModelVersions.version))
    .limit(1);
  return row?.version;
}

/** A released version as it is kept; what has been released never changes. */
export async function releasedDefinition(db: DbOrTx, tenantId: string, version: number): Promise<unknown> {
  const [row] = await db
    .select({ definition: riskModelVersions.definition })
    .from(riskModelVersions)
    .where(and(isReleased(tenantId), eq(riskModelVersions.version, version)));
  return row?.definition;
}

/** Puts a version that nobody proposed in force, where the tenant has none at all. */
export async function insertFirstModel(
  tx: Tx,
  first: { tenantId: string; version: number; modelId: string; definition: unknown; at: Date },
): Promise<void> {
  const { at, ...row } = first;
  // Instances that start together take turns: the second one's row would be refused by the rules of a version's life.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`first-model/${first.tenantId}`}, 0))`,
  );
  if ((await tx.$count(riskModelVersions, eq(riskModelVersions.tenantId, first.tenantId))) > 0) return;
  await tx
    .insert(riskModelVersions)
    .values({ ...row, state: 'released', releasedAt: at, createdAt: at, updatedAt: at })
    .onConflictDoNothing();
}
