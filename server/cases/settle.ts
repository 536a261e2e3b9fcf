import type { KycCall } from '@/lib/kyc/api';
import type { CaseCause } from '@/lib/kyc/decisions';
import { recordAll } from '../audit/record';
import type { Tx } from '../db/client';
import { settleCaseRows } from '../db/queries/cases';

/** Under which call, when, and where ids come from. */
export type Settling = { call: KycCall; at: Date; newId: () => string };

/**
 * Makes a submission's case what its submission, decisions and requests now say; to be called at the end of each change of one of them,
 * in its transaction. A proposal lapses, on record, once the profile is another than its maker saw. `because` is told of a case that
 * opens.
 */
export function settleCase(
  tx: Tx,
  settling: Settling,
  submissionId: string,
  because: CaseCause = 'submitted',
): Promise<void> {
  return settleCases(tx, settling, [submissionId], because);
}

/** As {@link settleCase} does, of many submissions at once. */
export async function settleCases(
  tx: Tx,
  { call, at, newId }: Settling,
  submissionIds: readonly string[],
  because: CaseCause = 'submitted',
): Promise<void> {
  const lapsed = await settleCaseRows(tx, submissionIds, { at, because });
  await recordAll(
    tx,
    { ...call, at },
    newId,
    lapsed.map(({ id, submissionId, kind }) => ({
      type: 'decision.lapsed',
      submissionId,
      data: { decisionId: id, kind },
    })),
  );
}
