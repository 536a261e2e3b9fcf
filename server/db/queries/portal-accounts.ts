import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '../client';
import { preparedOnce } from '../prepared';
import { customerCredentials, customers, directory, submissions } from '../schema';

const C = customerCredentials;

/** Asked before every portal page and data route, so it is built once. */
const sessionStatement = preparedOnce((db) =>
  db
    .select({ name: directory.displayName })
    .from(C)
    .innerJoin(directory, eq(directory.submissionId, C.submissionId))
    .where(
      and(
        eq(directory.tenantId, sql.placeholder('tenantId')),
        eq(C.submissionId, sql.placeholder('submissionId')),
        eq(C.sessionVersion, sql.placeholder('sessionVersion')),
        isNotNull(C.passwordHash),
      ),
    )
    .prepare('customer_by_session'),
);

/** The customer whose sessions carry this version; undefined when the session is over. */
export async function findCustomerBySession(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
  sessionVersion: number,
): Promise<{ name: string } | undefined> {
  const [customer] = await sessionStatement(db).execute({ tenantId, submissionId, sessionVersion });
  return customer;
}

/** What a sign-in to the portal is checked against; null of a customer who has set no password yet. */
export type PortalAccount = {
  submissionId: string;
  email: string;
  name: string;
  passwordHash: string | null;
  sessionVersion: number | null;
};

/** The customer with this e-mail address, compared by its key. */
export async function findPortalAccount(
  db: DbOrTx,
  tenantId: string,
  emailKey: string,
): Promise<PortalAccount | undefined> {
  const [account] = await db
    .select({
      submissionId: submissions.id,
      email: customers.email,
      name: directory.displayName,
      passwordHash: C.passwordHash,
      sessionVersion: C.sessionVersion,
    })
    .from(customers)
    .innerJoin(submissions, eq(submissions.customerId, customers.id))
    .innerJoin(directory, eq(directory.submissionId, submissions.id))
    .leftJoin(C, eq(C.submissionId, submissions.id))
    .where(and(eq(customers.tenantId, tenantId), eq(customers.emailKey, emailKey)));
  return account;
}

/** Notes a sign-in, if the password is still the one that was checked. */
export async function notePortalSignIn(
  tx: Tx,
  { submissionId, sessionVersion }: { submissionId: string; sessionVersion: number },
  at: Date,
): Promise<boolean> {
  const noted = await tx
    .update(C)
    .set({ lastSignInAt: at })
    .where(and(eq(C.submissionId, submissionId), eq(C.sessionVersion, sessionVersion)))
    .returning({ submissionId: C.submissionId });
  return noted.length === 1;
}
