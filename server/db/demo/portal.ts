import { DEMO_PASSWORD, DEMO_PORTAL_ACCOUNTS } from '@/lib/demo-accounts';
import { hashPassword } from '../../auth/passwords';
import type { Tx } from '../client';
import { customerCredentials } from '../schema';
import { demoId } from './ids';

/** Gives some of the demo's customers the public password, so that the portal can be seen from their side. */
export async function seedPortalAccounts(tx: Tx): Promise<void> {
  const rows = DEMO_PORTAL_ACCOUNTS.map(async ({ email }) => ({
    submissionId: demoId('submission', email),
    passwordHash: await hashPassword(DEMO_PASSWORD),
  }));
  await tx.insert(customerCredentials).values(await Promise.all(rows));
}
