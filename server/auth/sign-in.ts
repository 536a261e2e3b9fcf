import 'server-only';
import type { Actor } from '@/lib/kyc/api';
import { emailKey } from '@/lib/kyc/contract/text';
import { newId } from '@/lib/new-id';
import type { AuditEvent } from '../audit/events';
import { record } from '../audit/record';
import type { Database } from '../db/client';
import { findStaffCredentials, noteSignIn, type StaffCredentials } from '../db/queries/staff';
import { inTransaction } from '../db/transaction';
import { type AttemptKeys, attemptKeys, attemptSucceeded, beginAttempt } from './attempts';
import { verifyPassword } from './passwords';
import type { SessionClaims } from './session-token';

/** An attempt to sign in. */
export type SignInAttempt = {
  tenantId: string;
  email: string;
  password: string;
  /** Where it came from: the network address, or what stands in for it. */
  address: string;
  requestId: string;
};

export type SignInResult =
  | { outcome: 'signed-in'; session: SessionClaims; user: { id: string; name: string; email: string } }
  /** One answer for an unknown address, a wrong password and a disabled account. */
  | { outcome: 'refused' }
  | { outcome: 'paused'; until: Date };

/**
 * Checks what somebody signs in with. Whatever is wrong with it, the answer, the work done and the pauses are those of an
 * address that has no account, so that nobody learns which addresses have one.
 */
export async function signIn(db: Database, attempt: SignInAttempt, at: Date): Promise<SignInResult> {
  const keys = attemptKeys(attempt.tenantId, attempt.email, attempt.address, 'staff');
  const found = await findStaffCredentials(db, attempt.tenantId, emailKey(attempt.email));
  const pause = await beginAttempt(db, keys, at);
  if (pause) {
    // A paused network address leaves no further events: it could fill the trail as fast as it can knock.
    if (pause.of === 'account') await refuse(db, attempt, found, 'locked', at);
    return { outcome: 'paused', until: pause.until };
  }
  const matches = await verifyPassword(found?.passwordHash, attempt.password);
  if (found && matches && found.isActive && (await succeed(db, attempt, found, keys, at))) {
    const { id, name, email, sessionVersion } = found;
    return { outcome: 'signed-in', session: { userId: id, sessionVersion }, user: { id, name, email } };
  }
  await refuse(db, attempt, found, causeOf(found, matches), at);
  return { outcome: 'refused' };
}

/** False when the user was disabled or got another password while this one was being checked. */
function succeed(
  db: Database,
  attempt: SignInAttempt,
  found: StaffCredentials,
  keys: AttemptKeys,
  at: Date,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if (!(await noteSignIn(tx, attempt.tenantId, found, at))) return false;
    await attemptSucceeded(tx, keys, at);
    const actor: Actor = { kind: 'staff', id: found.id, name: found.name };
    const event: AuditEvent = { type: 'staff.signed_in', submissionId: null, data: { userId: found.id } };
    const { tenantId, requestId } = attempt;
    await record(tx, { tenantId, actor, requestId, at, id: newId() }, event);
    return true;
  });
}

type Cause = Extract<AuditEvent, { type: 'staff.sign_in_refused' }>['data']['cause'];

function causeOf(found: StaffCredentials | undefined, matches: boolean): Cause {
  if (!found) return 'unknown';
  return matches ? 'disabled' : 'password';
}

/** The actor is the system: who was at the keyboard is just what is not known. */
async function refuse(
  db: Database,
  { tenantId, requestId }: SignInAttempt,
  found: StaffCredentials | undefined,
  cause: Cause,
  at: Date,
): Promise<void> {
  const actor: Actor = { kind: 'system', id: 'sign-in' };
  const data = { userId: found?.id ?? null, cause };
  await inTransaction(db, (tx) =>
    record(
      tx,
      { tenantId, actor, requestId, at, id: newId() },
      { type: 'staff.sign_in_refused', submissionId: null, data },
    ),
  );
}
