import 'server-only';
import type { InviteStaff } from '@/lib/auth/staff-input';
import { KycError } from '@/lib/kyc/contract/errors';
import { emailKey } from '@/lib/kyc/contract/text';
import { newId } from '@/lib/new-id';
import type { AuditEvent } from '../../audit/events';
import { recordAll } from '../../audit/record';
import type { Database, Tx } from '../../db/client';
import { insertStaff, lockStaff, type StaffMember } from '../../db/queries/staff';
import { inTransaction } from '../../db/transaction';
import { nudgeMail, queueMail } from '../../mail/queue';
import type { StaffCall } from '../kyc-call';
import { makeLink } from '../links';
import { asTakenAddress } from './taken-address';

/** How long an invitation may be accepted: over a weekend. */
export const INVITATION_MINUTES = 3 * 24 * 60;

/** Makes a user without a password and mails the link to set one. 409 when the address has an account. */
export async function inviteStaff(
  db: Database,
  call: StaffCall,
  input: InviteStaff,
  at: Date,
): Promise<{ userId: string }> {
  const { tenantId } = call;
  const { email, name, role, employeeId } = input;
  const userId = newId();
  const user = {
    id: userId,
    tenantId,
    email,
    emailKey: emailKey(email),
    name,
    role,
    employeeId,
    createdAt: at,
  };
  await inTransaction(db, async (tx) => {
    await insertStaff(tx, user);
    const queued = await mailInvitation(tx, call, user, at);
    const invited: AuditEvent = {
      type: 'staff.invited',
      submissionId: null,
      data: { userId, role, employeeId },
    };
    await recordAll(tx, { ...call, at }, newId, [invited, queued]);
  }).catch(asTakenAddress);
  nudgeMail();
  return { userId };
}

/**
 * Mails a new invitation; the earlier one stops working. To somebody who has a password already it is the way to a new one:
 * the old password works until the link is used.
 */
export async function resendInvitation(
  db: Database,
  call: StaffCall,
  { userId }: { userId: string },
  at: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const user = await lockStaff(tx, call.tenantId, userId);
    if (!user) throw new KycError(404);
    if (!user.isActive) throw new KycError(409, { message: 'Enable the user before inviting again.' });
    await recordAll(tx, { ...call, at }, newId, [await mailInvitation(tx, call, user, at)]);
  });
  nudgeMail();
}

async function mailInvitation(
  tx: Tx,
  { tenantId, actor }: StaffCall,
  user: Pick<StaffMember, 'id' | 'email' | 'name' | 'role'>,
  at: Date,
): Promise<AuditEvent> {
  const minutes = INVITATION_MINUTES;
  const target = { tenantId, purpose: 'staff_invitation', subjectId: user.id } as const;
  const { url } = await makeLink(tx, { ...target, minutes }, at);
  const values = { name: user.name, inviterName: actor.name, role: user.role, url, minutes };
  const mail = {
    kind: 'staff_invitation',
    tenantId,
    recipient: user.email,
    submissionId: null,
    values,
  } as const;
  return queueMail(tx, mail, at, newId());
}
