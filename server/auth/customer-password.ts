import 'server-only';
import type { z } from 'zod';
import type { setPasswordInput } from '@/lib/auth/staff-input';
import { maskEmail } from '@/lib/format/mask';
import { newId } from '@/lib/new-id';
import { recordAll } from '../audit/record';
import type { Database, DbOrTx } from '../db/client';
import { findCredentialOwner, setCustomerPassword } from '../db/queries/customer-passwords';
import { notePortalSignIn } from '../db/queries/portal-accounts';
import { inTransaction } from '../db/transaction';
import { linkOver } from './link-over';
import { consumeLink, peekLink } from './links';
import { hashPassword, requireStrongPassword } from './passwords';
import type { PortalClaims } from './portal/session-token';

/** What the page behind a customer's password link shows: the address it was mailed to, masked, or that it is over. */
export type PasswordLinkView =
  | { state: 'open'; email: string; expiresAt: string }
  | { state: 'over' | 'unknown' };

export async function viewPasswordLink(db: DbOrTx, token: string, at: Date): Promise<PasswordLinkView> {
  const owner = await ownerBehind(db, token, at);
  return 'email' in owner
    ? { state: 'open', email: maskEmail(owner.email), expiresAt: owner.expiresAt.toISOString() }
    : owner;
}

/**
 * Sets a customer's password, once for each link; it ends every session of that customer. Contract section 3. Who holds the
 * mail and has just chosen the password is signed in by it: the claims are for the browser's new session.
 */
export async function acceptPassword(
  db: Database,
  { token, password }: z.output<typeof setPasswordInput>,
  requestId: string,
  at: Date,
): Promise<{ email: string; session: PortalClaims }> {
  const owner = await ownerBehind(db, token, at);
  if (!('email' in owner)) throw linkOver();
  await requireStrongPassword(password, [owner.email, ...owner.names]);
  const passwordHash = await hashPassword(password);
  const session = await inTransaction(db, async (tx) => {
    const link = await consumeLink(tx, token, 'customer_password', at);
    if (!link) throw linkOver();
    const { tenantId, subjectId: submissionId } = link;
    const sessionVersion = await setCustomerPassword(tx, submissionId, passwordHash, at);
    await notePortalSignIn(tx, { submissionId, sessionVersion }, at);
    const context = { tenantId, actor: { kind: 'customer', id: submissionId }, requestId, at } as const;
    await recordAll(tx, context, newId, [
      { type: 'credentials.password_set', submissionId, data: {} },
      { type: 'customer.signed_in', submissionId, data: {} },
    ]);
    return { submissionId, sessionVersion };
  });
  return { email: maskEmail(owner.email), session };
}

async function ownerBehind(db: DbOrTx, token: string, at: Date) {
  const peeked = await peekLink(db, token, ['customer_password'], at);
  if (peeked.state !== 'open') return { state: peeked.state };
  const { tenantId, subjectId, expiresAt } = peeked.link;
  const owner = await findCredentialOwner(db, tenantId, subjectId);
  return owner ? { ...owner, expiresAt } : { state: 'unknown' as const };
}
