import { dayOf } from '@/lib/days';
import { KycError } from '@/lib/kyc/contract/errors';
import type { Facts } from '@/lib/risk/facts';
import type { DbOrTx } from '../../../db/client';
import { profileRow } from '../../../db/queries/profile';
import { factsOf } from '../../../risk/facts';

/** A customer's facts by the answers and documents as they are. */
export async function factsAnew(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
  at: Date,
): Promise<Facts> {
  const row = await profileRow(db, tenantId, submissionId);
  if (row === undefined) throw new KycError(404);
  const { customer, pages, answers, documents } = row;
  return factsOf({
    userType: customer.userType,
    pages,
    answers,
    documents,
    today: dayOf(at),
  });
}
