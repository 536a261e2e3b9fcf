import { and, eq } from 'drizzle-orm';
import { type CaseSettings, DEFAULT_CASE_SETTINGS } from '@/lib/kyc/case-settings';
import type { DbOrTx, Tx } from '../client';
import { caseSettings } from '../schema';

/** What a tenant set, with the revision that a change names; the defaults stand at revision 0. */
export async function readCaseSettings(
  db: DbOrTx,
  tenantId: string,
): Promise<{ value: CaseSettings; revision: number }> {
  const [row] = await db
    .select({ value: caseSettings.value, revision: caseSettings.revision })
    .from(caseSettings)
    .where(eq(caseSettings.tenantId, tenantId));
  return row ?? { value: DEFAULT_CASE_SETTINGS, revision: 0 };
}

/** Sets a tenant's settings in place of those of a revision; gives the new revision, or undefined where somebody else was sooner. */
export async function writeCaseSettings(
  tx: Tx,
  row: Omit<typeof caseSettings.$inferInsert, 'revision'>,
  basedOn: number,
): Promise<number | undefined> {
  if (basedOn === 0) {
    const added = await tx.insert(caseSettings).values(row).onConflictDoNothing().returning();
    return added[0]?.revision;
  }
  const changed = await tx
    .update(caseSettings)
    .set({ ...row, revision: basedOn + 1 })
    .where(and(eq(caseSettings.tenantId, row.tenantId), eq(caseSettings.revision, basedOn)))
    .returning();
  return changed[0]?.revision;
}
