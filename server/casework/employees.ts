import 'server-only';
import { customerScope, may, type Role } from '@/lib/auth/permissions';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import { COUNT_LIMIT } from '@/lib/kyc/customer-list';
import type { EmployeeListItem, EmployeeUser } from '@/lib/kyc/employee-list';
import { type DbOrTx, database } from '../db/client';
import { countEntriesByEmployee } from '../db/queries/directory';
import { staffOfEmployees } from '../db/queries/staff';

type Reader = { tenantId: string; user: { role: Role; employeeId: string | null } };

/** The active employees as one signed-in person may see them, in the order in which the KYC API lists them. */
export async function readEmployees(
  api: KycApi,
  call: KycCall,
  { tenantId, user }: Reader,
): Promise<EmployeeListItem[]> {
  const employees = await api.getEmployees(call, {});
  const ids = employees.map(({ id }) => id);
  const { db } = await database();
  const counts =
    customerScope(user).kind === 'tenant'
      ? await countEntriesByEmployee(db, tenantId, ids, COUNT_LIMIT + 1)
      : undefined;
  const users = may(user.role, 'users:manage') ? await usersByEmployee(db, tenantId, ids) : undefined;
  return employees.map(({ id, name }) => {
    const count = counts?.get(id) ?? 0;
    return {
      id,
      name,
      own: id === user.employeeId,
      ...(counts && { customers: { count: Math.min(count, COUNT_LIMIT), more: count > COUNT_LIMIT } }),
      ...(users && { users: users.get(id) ?? [] }),
    };
  });
}

async function usersByEmployee(db: DbOrTx, tenantId: string, ids: readonly string[]) {
  const tied = new Map<string, EmployeeUser[]>();
  for (const { employeeId, id, name, email, isActive, hasPassword } of await staffOfEmployees(
    db,
    tenantId,
    ids,
  )) {
    if (employeeId === null) continue;
    const state = isActive ? (hasPassword ? 'active' : 'invited') : 'disabled';
    tied.set(employeeId, [...(tied.get(employeeId) ?? []), { id, name, email, state }]);
  }
  return tied;
}
