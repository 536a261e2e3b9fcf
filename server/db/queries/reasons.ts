import { and, asc, desc, eq } from 'drizzle-orm';
import type { ReasonPurpose } from '@/lib/kyc/decisions';
import type { DbOrTx, Tx } from '../client';
import { decisionReasons } from '../schema';

const R = decisionReasons;
export type ReasonRow = typeof R.$inferSelect;

/** The reasons of a tenant, those in use first, each purpose by its words. */
export async function reasonsOf(db: DbOrTx, tenantId: string): Promise<ReasonRow[]> {
  return db
    .select()
    .from(R)
    .where(eq(R.tenantId, tenantId))
    .orderBy(desc(R.isActive), asc(R.purpose), asc(R.words), asc(R.id));
}

/** A reason in use for a purpose; undefined for none of the tenant. */
export async function activeReason(
  db: DbOrTx,
  tenantId: string,
  purpose: ReasonPurpose,
  id: string,
): Promise<ReasonRow | undefined> {
  const [reason] = await db
    .select()
    .from(R)
    .where(and(eq(R.id, id), eq(R.tenantId, tenantId), eq(R.purpose, purpose), R.isActive));
  return reason;
}

/** Adds reasons that are not there yet, in these words for this purpose; gives those that were added. */
export async function insertReasons(tx: Tx, reasons: readonly ReasonRow[]): Promise<ReasonRow[]> {
  if (reasons.length === 0) return [];
  return tx
    .insert(R)
    .values([...reasons])
    .onConflictDoNothing()
    .returning();
}

/** Retires or restores a reason; undefined for none of the tenant that was otherwise. */
export async function setReasonActive(
  tx: Tx,
  tenantId: string,
  id: string,
  isActive: boolean,
): Promise<ReasonRow | undefined> {
  const [set] = await tx
    .update(R)
    .set({ isActive })
    .where(and(eq(R.id, id), eq(R.tenantId, tenantId), eq(R.isActive, !isActive)))
    .returning();
  return set;
}

/** Whether the tenant has the reason. */
export async function reasonExists(db: DbOrTx, tenantId: string, id: string): Promise<boolean> {
  const found = await db
    .select({ id: R.id })
    .from(R)
    .where(and(eq(R.id, id), eq(R.tenantId, tenantId)));
  return found.length > 0;
}
