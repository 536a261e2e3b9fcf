import { and, eq, type SQL } from 'drizzle-orm';
import type { DbOrTx, Tx } from '../client';
import { customers, submissions } from '../schema';

/** Whose submission it is and where the customer is reached; undefined for none of the tenant. */
export async function contactOf(db: DbOrTx, tenantId: string, submissionId: string) {
  const [contact] = await db
    .select({
      userType: customers.userType,
      email: customers.email,
      firstName: customers.firstName,
      lastName: customers.lastName,
      fullName: customers.fullName,
      registrationNumber: customers.registrationNumber,
      tradingName: customers.tradingName,
    })
    .from(submissions)
    .innerJoin(customers, eq(customers.id, submissions.customerId))
    .where(and(eq(submissions.id, submissionId), eq(submissions.tenantId, tenantId)));
  return contact;
}

/** Whether the tenant has such a submission. */
export async function submissionExists(db: DbOrTx, tenantId: string, submissionId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.id, submissionId), eq(submissions.tenantId, tenantId)));
  return row !== undefined;
}

/**
 * Holds a submission's row until the transaction ends: who changes a submission asks for this first and reads the rest of it after,
 * in a statement of its own, because only that one sees what the holder before has written. False for none of the tenant.
 */
export async function lockSubmission(tx: Tx, tenantId: string, submissionId: string): Promise<boolean> {
  const held = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.id, submissionId), eq(submissions.tenantId, tenantId)))
    .for('update');
  return held.length > 0;
}

/** Holds a submission of which `condition` is true; false where another instance holds it, or it is not true any more. */
export async function holdFree(tx: Tx, submissionId: string, condition: SQL): Promise<boolean> {
  const held = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.id, submissionId), condition))
    .for('update', { skipLocked: true });
  return held.length > 0;
}
