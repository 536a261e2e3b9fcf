import 'server-only';
import { may } from '@/lib/auth/permissions';
import { badField, KycError } from '@/lib/kyc/contract/errors';
import { newId } from '@/lib/new-id';
import { record } from '../audit/record';
import type { Database } from '../db/client';
import { lockCase, setAssignee } from '../db/queries/cases';
import { lockStaff } from '../db/queries/staff';
import { inTransaction } from '../db/transaction';
import type { StaffCall } from './requests';

/**
 * Gives a case to a person who can sign in and may decide, or back to nobody, on record. 400 for anybody else, 404 where nothing is
 * due for the customer.
 */
export async function assignCase(
  db: Database,
  call: StaffCall,
  { submissionId, assigneeId }: { submissionId: string; assigneeId: string | null },
  at: Date,
): Promise<void> {
  const { tenantId } = call;
  await inTransaction(db, async (tx) => {
    // Before the case, as whoever cuts a person off takes them: the one then waits for the other, and knows of it.
    const person = assigneeId === null ? undefined : await lockStaff(tx, tenantId, assigneeId);
    const found = await lockCase(tx, tenantId, submissionId);
    if (found === undefined) throw new KycError(404);
    if (found.assigneeId === assigneeId) return;
    if (assigneeId !== null && !(person?.isActive && may(person.role, 'decisions:make'))) {
      throw badField('assigneeId', 'must be somebody who may decide');
    }
    await setAssignee(tx, { tenantId, submissionId }, assigneeId, at);
    const data = { from: found.assigneeId, to: assigneeId };
    await record(tx, { ...call, at, id: newId() }, { type: 'case.assigned', submissionId, data });
  });
}
