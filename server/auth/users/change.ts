import 'server-only';
import { may } from '@/lib/auth/permissions';
import type { ChangeStaff } from '@/lib/auth/staff-input';
import { KycError } from '@/lib/kyc/contract/errors';
import { newId } from '@/lib/new-id';
import { record } from '../../audit/record';
import { freeCases } from '../../cases/assign';
import type { Database, Tx } from '../../db/client';
import {
  lockAdmins,
  lockStaff,
  type StaffMember,
  setStaffActive,
  setStaffRole,
} from '../../db/queries/staff';
import { inTransaction } from '../../db/transaction';
import type { StaffCall } from '../kyc-call';
import { endLinks } from '../links';

/** Sets a user's role and employee; it holds from the next request on. 409 for the own role and for the last admin's. */
export async function changeStaff(
  db: Database,
  call: StaffCall,
  { userId, role, employeeId }: ChangeStaff,
  at: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const user = await lockUser(tx, call, userId);
    if (user.role === role && user.employeeId === employeeId) return;
    if (user.role !== role && userId === call.actor.id) {
      throw new KycError(409, { message: 'You cannot change your own role. Ask another admin.' });
    }
    if (user.role === 'admin' && role !== 'admin') await keepAnAdmin(tx, call, userId);
    await setStaffRole(tx, call.tenantId, userId, { role, employeeId });
    if (!may(role, 'decisions:make')) await freeCases(tx, { call, at, newId }, userId);
    const from = { role: user.role, employeeId: user.employeeId };
    await record(
      tx,
      { ...call, at, id: newId() },
      { type: 'staff.changed', submissionId: null, data: { userId, from, to: { role, employeeId } } },
    );
  });
}

/**
 * Cuts a user off: no session stands any more, and no open invitation; the user's cases are nobody's again. Never oneself, and never the last admin who can
 * sign in (409). Disabling somebody who is disabled changes nothing.
 */
export async function disableStaff(
  db: Database,
  call: StaffCall,
  { userId }: { userId: string },
  at: Date,
): Promise<void> {
  const { tenantId, actor } = call;
  if (userId === actor.id)
    throw new KycError(409, { message: 'You cannot disable yourself. Ask another admin.' });
  await inTransaction(db, async (tx) => {
    const user = await lockUser(tx, call, userId);
    if (!user.isActive) return;
    if (user.role === 'admin') await keepAnAdmin(tx, call, userId);
    await setStaffActive(tx, tenantId, userId, false);
    await freeCases(tx, { call, at, newId }, userId);
    await endLinks(tx, { tenantId, purpose: 'staff_invitation', subjectId: userId }, at);
    await record(
      tx,
      { ...call, at, id: newId() },
      { type: 'staff.disabled', submissionId: null, data: { userId } },
    );
  });
}

/** Lets a disabled user sign in again, with the password that was. */
export async function enableStaff(
  db: Database,
  call: StaffCall,
  { userId }: { userId: string },
  at: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const user = await lockUser(tx, call, userId);
    if (user.isActive) return;
    await setStaffActive(tx, call.tenantId, userId, true);
    await record(
      tx,
      { ...call, at, id: newId() },
      { type: 'staff.enabled', submissionId: null, data: { userId } },
    );
  });
}

/** The admins are locked before any one user, so that two admins who act on each other wait in one order. */
async function lockUser(tx: Tx, { tenantId }: StaffCall, userId: string): Promise<StaffMember> {
  await lockAdmins(tx, tenantId);
  const user = await lockStaff(tx, tenantId, userId);
  if (!user) throw new KycError(404);
  return user;
}

async function keepAnAdmin(tx: Tx, { tenantId }: StaffCall, userId: string): Promise<void> {
  const admins = await lockAdmins(tx, tenantId);
  if (admins.includes(userId) && admins.length === 1) {
    throw new KycError(409, { message: 'This is the last admin who can sign in. Make another admin first.' });
  }
}
