import 'server-only';
import type { z } from 'zod';
import type { acceptInvitationInput } from '@/lib/auth/staff-input';
import { newId } from '@/lib/new-id';
import { record } from '../../audit/record';
import type { Database, DbOrTx, Tx } from '../../db/client';
import { findStaff, type StaffMember, setStaffPassword } from '../../db/queries/staff';
import { inTransaction } from '../../db/transaction';
import { linkOver } from '../link-over';
import { consumeLink, peekLink } from '../links';
import { hashPassword, requireStrongPassword } from '../passwords';

/**
 * What the page behind a staff link shows before anything is done: whom it is for, or that it does not work any more.
 * The first admin's link is for whoever holds it.
 */
export type InvitationView =
  | { state: 'open'; purpose: 'first_admin' }
  | { state: 'open'; purpose: 'staff_invitation'; email: string; name: string; role: StaffMember['role'] }
  | { state: 'over' | 'unknown' };

export async function viewInvitation(db: DbOrTx, token: string, at: Date): Promise<InvitationView> {
  const peeked = await peekLink(db, token, ['first_admin', 'staff_invitation'], at);
  if (peeked.state !== 'open') return { state: peeked.state };
  const { tenantId, purpose, subjectId } = peeked.link;
  if (purpose === 'first_admin') return { state: 'open', purpose };
  const user = await findStaff(db, tenantId, subjectId);
  if (!user?.isActive) return { state: 'over' };
  return { state: 'open', purpose: 'staff_invitation', email: user.email, name: user.name, role: user.role };
}

/** Gives an invited user a password, once for each link. Refused passwords leave the link as it was. */
export async function acceptInvitation(
  db: Database,
  input: z.output<typeof acceptInvitationInput>,
  requestId: string,
  at: Date,
): Promise<{ email: string }> {
  const view = await viewInvitation(db, input.token, at);
  if (view.state !== 'open' || view.purpose !== 'staff_invitation') throw linkOver();
  await requireStrongPassword(input.password, [view.email, view.name, input.name]);
  const passwordHash = await hashPassword(input.password);
  await inTransaction(db, (tx) => setPassword(tx, { ...input, passwordHash }, requestId, at));
  return { email: view.email };
}

async function setPassword(
  tx: Tx,
  { token, name, passwordHash }: { token: string; name: string; passwordHash: string },
  requestId: string,
  at: Date,
): Promise<void> {
  const link = await consumeLink(tx, token, 'staff_invitation', at);
  if (!link) throw linkOver();
  const { tenantId, subjectId: userId } = link;
  if (!(await setStaffPassword(tx, tenantId, userId, { name, passwordHash }))) throw linkOver();
  await record(
    tx,
    { tenantId, actor: { kind: 'staff', id: userId, name }, requestId, at, id: newId() },
    { type: 'staff.password_set', submissionId: null, data: { userId } },
  );
}
