import { and, eq, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '../client';
import { customerCredentials, customers, submissions } from '../schema';

/** Whose password is behind a submission: the e-mail address, and the names that a guesser would try first. */
export async function findCredentialOwner(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
): Promise<{ email: string; names: string[] } | undefined> {
  const { email, firstName, lastName, fullName, tradingName } = customers;
  const [row] = await db
    .select({ email, firstName, lastName, fullName, tradingName })
    .from(submissions)
    .innerJoin(customers, eq(customers.id, submissions.customerId))
    .where(and(eq(submissions.tenantId, tenantId), eq(submissions.id, submissionId)));
  if (!row) return undefined;
  const names = [row.firstName, row.lastName, row.fullName, row.tradingName];
  return { email: row.email, names: names.filter((name) => name !== null) };
}

/** Sets a customer's password and ends the sessions there are; gives the version that new ones carry. */
export async function setCustomerPassword(
  tx: Tx,
  submissionId: string,
  passwordHash: string,
  at: Date,
): Promise<number> {
  const [set] = await tx
    .insert(customerCredentials)
    .values({ submissionId, passwordHash, passwordSetAt: at })
    .onConflictDoUpdate({
      target: customerCredentials.submissionId,
      set: {
        passwordHash,
        passwordSetAt: at,
        sessionVersion: sql`${customerCredentials.sessionVersion} + 1`,
      },
    })
    .returning({ sessionVersion: customerCredentials.sessionVersion });
  if (!set) throw new Error('an upsert gave no row');
  return set.sessionVersion;
}
