import { eq } from 'drizzle-orm';
import { type CaseSettings, DEFAULT_CASE_SETTINGS } from '@/lib/kyc/case-settings';
import type { DbOrTx } from '../client';
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
