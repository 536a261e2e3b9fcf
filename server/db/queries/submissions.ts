import { and, eq } from 'drizzle-orm';
import type { DbOrTx } from '../client';
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
