import { sql } from 'drizzle-orm';
import type { Tx } from '../client';
import { customerCredentials } from '../schema';

/** Ends a customer's sessions by raising their version; locks the row until the transaction's end. */
export async function endCustomerSessions(tx: Tx, submissionId: string): Promise<void> {
  await tx
    .insert(customerCredentials)
    .values({ submissionId })
    .onConflictDoUpdate({
      target: customerCredentials.submissionId,
      set: { sessionVersion: sql`${customerCredentials.sessionVersion} + 1` },
    });
}

/** Holds a customer's credentials for the transaction, so that what is made for them is made one after the other. */
export async function lockCredentials(tx: Tx, submissionId: string): Promise<void> {
  await tx
    .insert(customerCredentials)
    .values({ submissionId })
    .onConflictDoUpdate({ target: customerCredentials.submissionId, set: { submissionId } });
}
