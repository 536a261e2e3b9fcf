import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { APP_TOKEN_SECONDS } from '@/lib/kyc/contract/tokens';

/** Pinned on both sides, so that a token cannot choose how it is checked. Contract section 2. */
const ALGORITHM = 'HS256';
const SERVICES = 'External';

const claimsSchema = z.object({
  sub: z.string().min(1),
  tenantId: z.string().min(1),
  services: z.literal(SERVICES),
  jti: z.string().min(1),
  exp: z.number(),
});

/** How many tokens that were found good are remembered. */
const REMEMBERED = 1_000;

/** Whom a token speaks for. */
export type TokenClaims = { appId: string; tenantId: string };

export type AppTokens = {
  /** A token for the client, valid 24 hours from now. Claims as in contract section 2. */
  issue(claims: TokenClaims): Promise<string>;
  /** What a token says, or undefined where it is malformed, of another key or algorithm, expired or lacks a claim. */
  verify(token: string): Promise<TokenClaims | undefined>;
};

/** App tokens under one HMAC key of 32 bytes or more. */
export async function appTokens(parts: {
  key: Uint8Array;
  clock: () => Date;
  newId: () => string;
}): Promise<AppTokens> {
  // Imported once: handed over as bytes, it would be imported again for every request.
  const key = await crypto.subtle.importKey(
    'raw',
    Uint8Array.from(parts.key),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  );
  // A token says the same until it ends; a busy client's need not be checked again for each request.
  const verified = new Map<string, { claims: TokenClaims; until: number }>();
  return {
    issue({ appId, tenantId }) {
      const issuedAt = Math.floor(parts.clock().getTime() / 1000);
      return new SignJWT({ tenantId, services: SERVICES })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
        .setSubject(appId)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + APP_TOKEN_SECONDS)
        .setJti(parts.newId())
        .sign(key);
    },
    async verify(token) {
      const now = parts.clock();
      const known = verified.get(token);
      if (known && known.until > now.getTime() / 1000) return known.claims;
      verified.delete(token);
      const opened = await jwtVerify(token, key, {
        algorithms: [ALGORITHM],
        requiredClaims: ['iat', 'exp'],
        currentDate: now,
      }).catch(() => undefined);
      const read = claimsSchema.safeParse(opened?.payload);
      if (!read.success) return undefined;
      const claims = { appId: read.data.sub, tenantId: read.data.tenantId };
      const [oldest] = verified.keys();
      if (oldest !== undefined && verified.size >= REMEMBERED) verified.delete(oldest);
      verified.set(token, { claims, until: read.data.exp });
      return claims;
    },
  };
}

/** The longest header that is looked at; our own tokens have about 300 characters. */
const HEADER_LIMIT = 4096;

/** The token of `Authorization: Bearer <token>` (RFC 6750 section 2.1; the scheme's case does not matter). */
export function bearerToken(headers: Headers): string | undefined {
  const header = headers.get('authorization') ?? '';
  return header.length > HEADER_LIMIT ? undefined : /^Bearer +([\w.~+/-]+=*) *$/i.exec(header)?.[1];
}
