import 'server-only';
import { KycError } from '@/lib/kyc/contract/errors';
import { database } from '../db/client';
import { type DirectoryRow, findEntry } from '../db/queries/directory';

/** A customer's session: the one submission that it opens. */
type Session = { tenantId: string; submissionId: string };

/** The signed-in customer's own line of the directory. */
export async function ownCustomer({ tenantId, submissionId }: Session): Promise<DirectoryRow> {
  const { db } = await database();
  const customer = await findEntry(db, tenantId, { kind: 'tenant' }, submissionId);
  if (customer === undefined) throw new KycError(404);
  return customer;
}
