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
