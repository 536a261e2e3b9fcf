import type { KycCall } from '@/lib/kyc/api';
import type { CaseCause } from '@/lib/kyc/decisions';
import { recordAll } from '../audit/record';
import type { Tx } from '../db/client';
import { settleCaseRow } from '../db/queries/cases';

/** Under which call, when, and where ids come from. */
export type Settling = { call: KycCall; at: Date; newId: () => string };

/**
 * Makes a submission's case what its submission, decisions and requests now say; to be called at the end of each change of one of them,
 * in its transaction. A proposal lapses, on record, once the profile is another than its maker saw. `because` is told of a case that
 * opens.
 */
export async function settleCase(
  tx: Tx,
  { call, at, newId }: Settling,
  submissionId: string,
  because: CaseCause = 'submitted',
): Promise<void> {
  const lapsed = await settleCaseRow(tx, submissionId, { at, because });
  await recordAll(
    tx,
    { ...call, at },
    newId,
    lapsed.map(({ id, kind }) => ({
      type: 'decision.lapsed',
      submissionId,
      data: { decisionId: id, kind },
    })),
  );
}
