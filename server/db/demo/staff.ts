import { eq } from 'drizzle-orm';
import { DEMO_ACCOUNTS, DEMO_API_CLIENT, DEMO_PASSWORD, PUBLISHED_EMPLOYEE_ID } from '@/lib/demo-accounts';
import { emailKey } from '@/lib/kyc/contract/text';
import { hashPassword } from '../../auth/passwords';
import type { DbOrTx } from '../client';
import { apiClients, employees, staffUsers } from '../schema';
import { demoId } from './ids';

/** The demo's employees; the first one is named in the contract's published bodies. */
export const DEMO_EMPLOYEES = [
  { id: PUBLISHED_EMPLOYEE_ID, name: 'Rania Haddad' },
  { id: demoId('employee', 1), name: 'Marc Delacroix' },
  { id: demoId('employee', 2), name: 'Aisha Karim' },
  { id: demoId('employee', 3), name: 'Chen Lihua' },
  { id: demoId('employee', 4), name: 'Dmitri Volkov' },
  { id: demoId('employee', 5), name: 'Sofía Lindqvist' },
] as const;

/** The id of a demo account, by its place in `DEMO_ACCOUNTS`. */
export const staffId = (account: number) => demoId('staff', account);

/** The accounts that act in the customers' history. */
export const ACCOUNT = {
  relationshipManager: 0,
  secondManager: 1,
  compliance: 2,
  compliance2: 3,
  admin: 4,
} as const;

/** The demo's accounts, with their public password. Accounts that are there stay as they are. */
export async function seedStaff(db: DbOrTx, tenantId: string, at: Date): Promise<void> {
  const seeded = await db.$count(staffUsers, eq(staffUsers.id, staffId(0)));
  if (seeded > 0) return;
  const passwordHashes = await Promise.all(DEMO_ACCOUNTS.map(() => hashPassword(DEMO_PASSWORD)));
  const rows = DEMO_ACCOUNTS.map(({ email, name, role, employee }, index) => ({
    id: staffId(index),
    tenantId,
    email,
    emailKey: emailKey(email),
    name,
    role,
    employeeId: employee === null ? null : (DEMO_EMPLOYEES[employee]?.id ?? null),
    passwordHash: passwordHashes[index] ?? null,
    createdAt: at,
  }));
  await db.insert(staffUsers).values(rows).onConflictDoNothing();
}

export async function seedEmployees(db: DbOrTx, tenantId: string, at: Date): Promise<void> {
  await db
    .insert(employees)
    .values(DEMO_EMPLOYEES.map((employee) => ({ ...employee, tenantId, createdAt: at })));
}

/** The outside system of the demo. */
export async function seedApiClient(db: DbOrTx, at: Date): Promise<void> {
  const { appId, appSecret, tenantId } = DEMO_API_CLIENT;
  const secretHash = await hashPassword(appSecret);
  await db.insert(apiClients).values({ appId, tenantId, name: 'Demo CRM', secretHash, createdAt: at });
}
