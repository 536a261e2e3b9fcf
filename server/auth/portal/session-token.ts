import 'server-only';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import { deriveKey } from '../../secrets';
import { isSecure } from '../session-token';

/** How long a portal session lasts after its last use, in seconds: half an hour, because phones are lent and lost. */
export const PORTAL_IDLE_SECONDS = 30 * 60;

/** How long it lasts at most, in seconds, however busy. */
export const PORTAL_LONGEST_SECONDS = 8 * 60 * 60;

/** How old a token may grow before it is renewed, in seconds: not every page needs a new cookie. */
const RENEW_AFTER_SECONDS = 60;

/** What a portal token says: whose submission, and as of which password. Nothing about the person. */
export type PortalClaims = { submissionId: string; sessionVersion: number };

type OpenedPortal = PortalClaims & {
  issuedAt: number;
  /** When the customer signed in, in seconds. */
  beganAt: number;
};

const claims = z.object({
  sub: z.string().min(1),
  ver: z.number().int(),
  began: z.number().int(),
  iat: z.number().int(),
});

const AUDIENCE = 'portal';

/**
 * The portal's own cookie. It has no age of its own, so that it goes with the browser's window; how long the session lasts
 * stands in the token. Over https the `__Host-` prefix makes browsers take it from this very host only, whatever a
 * sibling host sets (RFC 6265bis, section 4.1.3.2).
 */
export function portalCookie() {
  const secure = isSecure();
  return {
    name: `${secure ? '__Host-' : ''}kyc-portal`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  } as const;
}

/** A new session's token: an encrypted JWT under a key that nothing else uses. */
export function sealPortalSession(session: PortalClaims, at: Date): Promise<string> {
  return seal({ ...session, beganAt: secondsOf(at) }, at);
}

/** What an unexpired token of ours says, else null. Whether the session still stands is the database's to say. */
export async function openPortalSession(token: string | undefined, at: Date): Promise<OpenedPortal | null> {
  const parsed = claims.safeParse(token === undefined ? undefined : await decrypted(token, at));
  if (!parsed.success) return null;
  const { sub, ver, began, iat } = parsed.data;
  return { submissionId: sub, sessionVersion: ver, beganAt: began, issuedAt: iat };
}

/** The token that takes an ageing one's place, so that half an hour counts from the last use; null while it is fresh, and once it is over. */
export async function renewedPortalSession(token: string | undefined, at: Date): Promise<string | null> {
  const session = await openPortalSession(token, at);
  return session && secondsOf(at) - session.issuedAt >= RENEW_AFTER_SECONDS ? seal(session, at) : null;
}

function seal({ submissionId, sessionVersion, beganAt }: Omit<OpenedPortal, 'issuedAt'>, at: Date) {
  return new EncryptJWT({ ver: sessionVersion, began: beganAt })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setSubject(submissionId)
    .setAudience(AUDIENCE)
    .setIssuedAt(secondsOf(at))
    .setExpirationTime(endOf(beganAt, at))
    .encrypt(key());
}

/** Any token that this key does not open (forged, expired, of the staff, of another installation) is no session, and no fault. */
async function decrypted(token: string, at: Date): Promise<unknown> {
  const options = {
    audience: AUDIENCE,
    currentDate: at,
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
  };
  return jwtDecrypt(token, key(), options).then(
    ({ payload }) => payload,
    () => null,
  );
}

const key = () => new Uint8Array(deriveKey('portal-session'));
const secondsOf = (at: Date) => Math.floor(at.getTime() / 1000);
const endOf = (beganAt: number, at: Date) =>
  Math.min(secondsOf(at) + PORTAL_IDLE_SECONDS, beganAt + PORTAL_LONGEST_SECONDS);
