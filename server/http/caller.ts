import { KycError } from '@/lib/kyc/contract/errors';
import type { TokenClaims } from './bearer';
import { bearerToken } from './bearer';
import type { HttpParts } from './parts';

/** Who sent a request: a client that proved itself, or nobody known but for the address. */
export type Caller = { client: TokenClaims; address: string } | { client: undefined; address: string };

/** The caller by the request's bearer token; without a valid one of an active client, the address alone. */
export async function identify(parts: HttpParts, request: Request): Promise<Caller> {
  const address = addressOf(request.headers);
  const token = bearerToken(request.headers);
  const client = token === undefined ? undefined : await parts.tokens.verify(token);
  if (client && (await parts.clients.isActive(client.appId, client.tenantId))) return { client, address };
  return { client: undefined, address };
}

/** The client of a call that needs a token, or the 401. */
export function requireClient(caller: Caller): TokenClaims {
  if (!caller.client) throw new KycError(401);
  return caller.client;
}

/** The name under which a caller's requests are counted. */
export function countedAs({ client, address }: Caller): string {
  return client
    ? JSON.stringify(['client', client.tenantId, client.appId])
    : JSON.stringify(['address', address]);
}

/**
 * The address a request came from. The last entry of `X-Forwarded-For` is the one that the proxy next to us wrote
 * (without a proxy, Next writes the socket's); the entries before it are whatever the sender made up.
 */
export function addressOf(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
}
