import 'server-only';
import type { z } from 'zod';
import type { setPasswordInput } from '@/lib/auth/staff-input';
import { maskEmail } from '@/lib/format/mask';
import { newId } from '@/lib/new-id';
import { record } from '../audit/record';
import type { Database, DbOrTx } from '../db/client';
import { findCredentialOwner, setCustomerPassword } from '../db/queries/customer-passwords';
import { inTransaction } from '../db/transaction';
import { linkOver } from './link-over';
import { consumeLink, peekLink } from './links';
import { hashPassword, requireStrongPassword } from './passwords';

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

/** Sets a customer's password, once for each link; it ends every session of that customer. Contract section 3. */
export async function acceptPassword(
  db: Database,
  { token, password }: z.output<typeof setPasswordInput>,
  requestId: string,
  at: Date,
): Promise<{ email: string }> {
  const owner = await ownerBehind(db, token, at);
  if (!('email' in owner)) throw linkOver();
  await requireStrongPassword(password, [owner.email, ...owner.names]);
  const passwordHash = await hashPassword(password);
  await inTransaction(db, async (tx) => {
    const link = await consumeLink(tx, token, 'customer_password', at);
    if (!link) throw linkOver();
    const { tenantId, subjectId: submissionId } = link;
    await setCustomerPassword(tx, submissionId, passwordHash, at);
    await record(
      tx,
      { tenantId, actor: { kind: 'customer', id: submissionId }, requestId, at, id: newId() },
      { type: 'credentials.password_set', submissionId, data: {} },
    );
  });
  return { email: maskEmail(owner.email) };
}

async function ownerBehind(db: DbOrTx, token: string, at: Date) {
  const peeked = await peekLink(db, token, ['customer_password'], at);
  if (peeked.state !== 'open') return { state: peeked.state };
  const { tenantId, subjectId, expiresAt } = peeked.link;
  const owner = await findCredentialOwner(db, tenantId, subjectId);
  return owner ? { ...owner, expiresAt } : { state: 'unknown' as const };
}
