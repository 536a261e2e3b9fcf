import 'server-only';
import { cookies, headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { mayAny, type Permission, type Role } from '@/lib/auth/permissions';
import { safeCallbackPath } from '@/lib/callback-path';
import { paths, withQuery } from '@/lib/paths';
import { type DbOrTx, database } from '../db/client';
import { findStaffBySession } from '../db/queries/staff';
import { env } from '../env';
import { PATH_HEADER } from './path-header';
import { openSession, sessionCookie } from './session-token';

/** A signed-in member of the staff, as of this request. */
export type StaffSession = {
  tenantId: string;
  user: { id: string; name: string; email: string; role: Role; employeeId: string | null };
};

/** What a page, route or action asks for: one permission, or any one of several. */
export type RequiredPermission = Permission | readonly Permission[];

/** The session of the current request, or null. Read once a request, from the token and the user's row. */
export const staffSession = cache(async (): Promise<StaffSession | null> => {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  return token === undefined ? null : findSession((await database()).db, token);
});

/**
 * The session behind a token: null when the token is not ours or expired, or when the user was disabled or got another
 * password since it was given.
 */
export async function findSession(db: DbOrTx, token: string): Promise<StaffSession | null> {
  const claims = await openSession(token);
  if (!claims) return null;
  const { tenantId } = env();
  const user = await findStaffBySession(db, tenantId, claims.userId, claims.sessionVersion);
  if (!user) return null;
  const { id, name, email, role, employeeId } = user;
  return { tenantId, user: { id, name, email, role, employeeId } };
}

/** Whether a session holds what is asked for; nothing asked for is held by every session. */
export function holds(session: StaffSession, required: RequiredPermission | undefined): boolean {
  if (required === undefined) return true;
  return mayAny(session.user.role, ...(typeof required === 'string' ? [required] : required));
}

/**
 * The session of a page that needs one. Without it the visitor goes to the sign-in page and comes back afterwards;
 * without the permission the answer is the not-permitted page (403).
 */
export async function requireStaff(required?: RequiredPermission): Promise<StaffSession> {
  const session = await staffSession();
  if (!session) redirect(await signInPath());
  if (!holds(session, required)) forbidden();
  return session;
}

async function signInPath(): Promise<string> {
  const path = safeCallbackPath((await headers()).get(PATH_HEADER));
  return withQuery(paths.signIn, { callbackUrl: path === paths.home ? undefined : path });
}
