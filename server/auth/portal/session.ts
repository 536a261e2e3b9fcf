import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { safeCallbackPath } from '@/lib/callback-path';
import { paths, withQuery } from '@/lib/paths';
import { type DbOrTx, database } from '../../db/client';
import { findCustomerBySession } from '../../db/queries/portal-accounts';
import { env } from '../../env';
import { PATH_HEADER } from '../path-header';
import { openPortalSession, type PortalClaims, portalCookie, sealPortalSession } from './session-token';

/** A signed-in customer, as of this request. `name` is the customer's own, for the page's head. */
export type PortalSession = { tenantId: string; submissionId: string; name: string };

/** Whether there is a portal: in front of somebody else's server the customers' own pages are that server's. */
export function portalIsOpen(): boolean {
  return env().remote === undefined;
}

/** The customer's session of the current request, or null. Read once a request, from the token and the credentials' row. */
export const portalSession = cache(async (): Promise<PortalSession | null> => {
  if (!portalIsOpen()) return null;
  const token = (await cookies()).get(portalCookie().name)?.value;
  return token === undefined ? null : findPortalSession((await database()).db, token, new Date());
});

/**
 * The session behind a token: null when the token is not ours or is over, or when the customer set another password or was
 * sent a password link since it was given.
 */
export async function findPortalSession(db: DbOrTx, token: string, at: Date): Promise<PortalSession | null> {
  const claims = await openPortalSession(token, at);
  if (!claims) return null;
  const { tenantId } = env();
  const { submissionId, sessionVersion } = claims;
  const customer = await findCustomerBySession(db, tenantId, submissionId, sessionVersion);
  return customer ? { tenantId, submissionId, name: customer.name } : null;
}

/** The session of a portal page. Without it the visitor goes to the portal's sign-in page and comes back afterwards. */
export async function requireCustomer(): Promise<PortalSession> {
  if (!portalIsOpen()) notFound();
  const session = await portalSession();
  if (!session) redirect(await signInPath());
  return session;
}

/** Gives the browser a session; for a server action. */
export async function openPortalFor(claims: PortalClaims, at: Date): Promise<void> {
  const { name, options } = portalCookie();
  (await cookies()).set(name, await sealPortalSession(claims, at), options);
}

async function signInPath(): Promise<string> {
  const path = safeCallbackPath((await headers()).get(PATH_HEADER));
  return withQuery(paths.portalSignIn, { callbackUrl: path === paths.portal ? undefined : path });
}
