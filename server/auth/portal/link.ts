import 'server-only';
import type { Actor } from '@/lib/kyc/api';
import { emailKey } from '@/lib/kyc/contract/text';
import { PASSWORD_LINK_MINUTES } from '@/lib/kyc/password-link';
import { newId } from '@/lib/new-id';
import { recordAll } from '../../audit/record';
import type { Database } from '../../db/client';
import { lockCredentials } from '../../db/queries/credentials';
import { findPortalAccount } from '../../db/queries/portal-accounts';
import { inTransaction } from '../../db/transaction';
import { nudgeMail, queueMail } from '../../mail/queue';
import { attemptKeys, beginAttempt } from '../attempts';
import { makeLink } from '../links';
import type { SignInAttempt } from '../sign-in';

/** Somebody who asks for a password link: by an address, from a network address. */
export type LinkWish = Omit<SignInAttempt, 'password'>;

/**
 * Counts a wish for a password link: undefined when it may be granted, else until when no further one is. Known and
 * unknown addresses are counted alike, and nothing here looks up which it is: {@link grantLink} does, after the answer.
 */
export async function countLinkWish(db: Database, wish: LinkWish, at: Date): Promise<Date | undefined> {
  const { tenantId, email, address } = wish;
  const pause = await beginAttempt(db, attemptKeys(tenantId, email, address, 'portal-link'), at);
  return pause?.until;
}

/**
 * Mails a one-time password link if the address is a customer's. It runs when the visitor has been answered already, so
 * that neither the answer nor its time tells anything. Sessions and the present password stay as they are: anybody can
 * type anybody's address.
 */
export async function grantLink(
  db: Database,
  { tenantId, email, requestId }: LinkWish,
  at: Date,
): Promise<void> {
  const account = await findPortalAccount(db, tenantId, emailKey(email));
  if (!account) return;
  const { submissionId, name: customerName, email: recipient } = account;
  const minutes = PASSWORD_LINK_MINUTES;
  const actor: Actor = { kind: 'system', id: 'portal-sign-in' };
  await inTransaction(db, async (tx) => {
    // Of two links that are asked for at once the later one ends the earlier.
    await lockCredentials(tx, submissionId);
    const target = { tenantId, purpose: 'customer_password', subjectId: submissionId } as const;
    const { url } = await makeLink(tx, { ...target, minutes }, at);
    const values = { customerName, url, minutes, asked: account.passwordHash !== null };
    const mail = { kind: 'password_link', tenantId, recipient, submissionId, values } as const;
    const queued = await queueMail(tx, mail, at, newId());
    await recordAll(tx, { tenantId, actor, requestId, at }, newId, [
      { type: 'credentials.reset_requested', submissionId, data: { reason: null } },
      queued,
    ]);
  });
  nudgeMail();
}
