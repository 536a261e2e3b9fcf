import 'server-only';
import type { Actor } from '@/lib/kyc/api';
import { emailKey } from '@/lib/kyc/contract/text';
import { newId } from '@/lib/new-id';
import type { AuditEvent } from '../../audit/events';
import { record } from '../../audit/record';
import type { Database } from '../../db/client';
import { findPortalAccount, notePortalSignIn, type PortalAccount } from '../../db/queries/portal-accounts';
import { inTransaction } from '../../db/transaction';
import { type AttemptKeys, attemptKeys, attemptSucceeded, beginAttempt } from '../attempts';
import { verifyPassword } from '../passwords';
import type { SignInAttempt } from '../sign-in';
import type { PortalClaims } from './session-token';

export type PortalSignIn =
  | { outcome: 'signed-in'; session: PortalClaims }
  /** One answer for an unknown address, a wrong password and a customer who has set none. */
  | { outcome: 'refused' }
  | { outcome: 'paused'; until: Date };

/**
 * Checks what a customer signs in with. Whatever is wrong with it, the answer, the statements run, the hash computed and the
 * pauses are those of an address that nobody has, so that nobody learns who is a customer.
 */
export async function signInToPortal(db: Database, attempt: SignInAttempt, at: Date): Promise<PortalSignIn> {
  const keys = attemptKeys(attempt.tenantId, attempt.email, attempt.address, 'portal');
  const found = await findPortalAccount(db, attempt.tenantId, emailKey(attempt.email));
  const pause = await beginAttempt(db, keys, at);
  if (pause) {
    // A paused network address leaves no further events: it could fill the trail as fast as it can knock.
    if (pause.of === 'account') await refuse(db, attempt, found, 'locked', at);
    return { outcome: 'paused', until: pause.until };
  }
  const matches = await verifyPassword(found?.passwordHash, attempt.password);
  if (found && matches && found.sessionVersion !== null) {
    const session = { submissionId: found.submissionId, sessionVersion: found.sessionVersion };
    if (await succeed(db, attempt, session, keys, at)) return { outcome: 'signed-in', session };
  }
  await refuse(db, attempt, found, causeOf(found), at);
  return { outcome: 'refused' };
}

/** False when the customer got another password while this one was being checked. */
function succeed(
  db: Database,
  { tenantId, requestId }: SignInAttempt,
  session: PortalClaims,
  keys: AttemptKeys,
  at: Date,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if (!(await notePortalSignIn(tx, session, at))) return false;
    await attemptSucceeded(tx, keys, at);
    const { submissionId } = session;
    const actor: Actor = { kind: 'customer', id: submissionId };
    await record(
      tx,
      { tenantId, actor, requestId, at, id: newId() },
      { type: 'customer.signed_in', submissionId, data: {} },
    );
    return true;
  });
}

type Cause = Extract<AuditEvent, { type: 'customer.sign_in_refused' }>['data']['cause'];

function causeOf(found: PortalAccount | undefined): Cause {
  if (!found) return 'unknown';
  return found.passwordHash === null ? 'notSet' : 'password';
}

/** The actor is the system: who was at the keyboard is just what is not known. */
async function refuse(
  db: Database,
  { tenantId, requestId }: SignInAttempt,
  found: PortalAccount | undefined,
  cause: Cause,
  at: Date,
): Promise<void> {
  const actor: Actor = { kind: 'system', id: 'portal-sign-in' };
  const submissionId = found?.submissionId ?? null;
  await inTransaction(db, (tx) =>
    record(
      tx,
      { tenantId, actor, requestId, at, id: newId() },
      { type: 'customer.sign_in_refused', submissionId, data: { cause } },
    ),
  );
}
