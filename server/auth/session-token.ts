import 'server-only';
import { decode, encode, type JWT } from 'next-auth/jwt';
import { z } from 'zod';
import { env } from '../env';
import { deriveKey } from '../secrets';

/** How long a session lasts after its last use, in seconds: a working day. */
export const SESSION_SECONDS = 8 * 60 * 60;

/** How old a token may grow before a page view renews it, in seconds: not every view needs a new cookie. */
const RENEW_AFTER_SECONDS = 5 * 60;

/** What a session's token says; everything else about the person is read from the database at each request. */
export type SessionClaims = { userId: string; sessionVersion: number };

const claims = z.object({ userId: z.string(), sessionVersion: z.number().int(), iat: z.number() });

/** Whether browsers reach the product over https, so that its cookies may ask for it. */
export function isSecure(): boolean {
  return env().origin.startsWith('https://');
}

/** The session's cookie: next-auth's own name, sent with top-level navigation only and hidden from scripts. */
export function sessionCookie() {
  const secure = isSecure();
  return {
    name: `${secure ? '__Secure-' : ''}next-auth.session-token`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  } as const;
}

/** The key of next-auth's tokens (encrypted JWT), derived from the installation's secret. */
export function sessionSecret(): string {
  return deriveKey('next-auth').toString('base64url');
}

/** A new session's token. */
export function sealSession(session: SessionClaims): Promise<string> {
  return encode({ token: { ...session }, secret: sessionSecret(), maxAge: SESSION_SECONDS });
}

/** What an unexpired token of ours says, else null. Whether the session still stands is the database's to say. */
export async function openSession(
  token: string | undefined,
): Promise<(SessionClaims & { issuedAt: number }) | null> {
  const parsed = claims.safeParse(await decrypt(token));
  if (!parsed.success) return null;
  const { userId, sessionVersion, iat } = parsed.data;
  return { userId, sessionVersion, issuedAt: iat };
}

/** The token that takes an ageing one's place, so that eight hours count from the last use; null while it is fresh. */
export async function renewedSession(token: string | undefined, at: Date): Promise<string | null> {
  const session = await openSession(token);
  if (!session || at.getTime() / 1000 - session.issuedAt < RENEW_AFTER_SECONDS) return null;
  return sealSession({ userId: session.userId, sessionVersion: session.sessionVersion });
}

/** Any token that this key does not open (forged, expired, of another installation) is no session, and no fault. */
async function decrypt(token: string | undefined): Promise<JWT | null> {
  return token === undefined ? null : decode({ token, secret: sessionSecret() }).catch(() => null);
}
