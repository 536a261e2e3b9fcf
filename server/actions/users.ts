'use server';

import { changeStaffInput, inviteStaffInput, staffId } from '@/lib/auth/staff-input';
import type { KycCall } from '@/lib/kyc/api';
import { badField } from '@/lib/kyc/contract/errors';
import { changeStaff, disableStaff, enableStaff } from '../auth/users/change';
import { inviteStaff, resendInvitation } from '../auth/users/invite';
import { database } from '../db/client';
import { findStaff } from '../db/queries/staff';
import { kycApi } from '../kyc';
import { action } from './wrap';

const permission = 'users:manage';

export const inviteUser = action({
  permission,
  schema: inviteStaffInput,
  run: async ({ input, call }) => {
    await requireEmployee(call, input.employeeId);
    return inviteStaff((await database()).db, call, input, new Date());
  },
});

export const resendUserInvitation = action({
  permission,
  schema: staffId,
  run: async ({ input, call }) => resendInvitation((await database()).db, call, input, new Date()),
});

export const changeUser = action({
  permission,
  schema: changeStaffInput,
  run: async ({ input, call }) => {
    const { db } = await database();
    const now = await findStaff(db, call.tenantId, input.userId);
    // Whoever left stays the tie of a user whose role alone is changed, even while the KYC API is away.
    if (now?.employeeId !== input.employeeId) await requireEmployee(call, input.employeeId);
    return changeStaff(db, call, input, new Date());
  },
});

export const disableUser = action({
  permission,
  schema: staffId,
  run: async ({ input, call }) => disableStaff((await database()).db, call, input, new Date()),
});

export const enableUser = action({
  permission,
  schema: staffId,
  run: async ({ input, call }) => enableStaff((await database()).db, call, input, new Date()),
});

/** Employees belong to the KYC API, whichever side answers it: a user can be tied to an active one only. */
async function requireEmployee(call: KycCall, employeeId: string | null): Promise<void> {
  if (employeeId === null) return;
  const employees = await (await kycApi()).getEmployees(call, {});
  if (!employees.some(({ id }) => id === employeeId)) {
    throw badField('employeeId', 'must be an active employee');
  }
}
