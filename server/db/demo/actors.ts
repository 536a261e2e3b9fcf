import { DEMO_ACCOUNTS } from '@/lib/demo-accounts';
import type { Actor } from '@/lib/kyc/api';
import { DEMO_EMPLOYEES, staffId } from './staff';

/** What the engine does by itself. */
export const SYSTEM: Actor = { kind: 'system', id: 'engine' };

/** A member of the demo's staff, by the place among the accounts. */
export function staff(account: number): Actor {
  return { kind: 'staff', id: staffId(account), name: DEMO_ACCOUNTS[account]?.name ?? '' };
}

/** An employee of the demo, by its place. */
export function employeeOf(index: number): { id: string; name: string } {
  return DEMO_EMPLOYEES[index] ?? DEMO_EMPLOYEES[0];
}
