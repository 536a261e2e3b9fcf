import { decodeJwt } from 'jose';
import { APP_TOKEN_SECONDS } from '@/lib/kyc/contract/tokens';

/** A token is renewed this long before its end, or in the last tenth of a short life. */
const MARGIN_MS = 60_000;

export type TokenKeeper = {
  /** A token that is good for now. Callers that come while one is on its way share it. */
  current(): Promise<string>;
  /** Another token than the one that the server has just refused; whoever comes second gets the first one's. */
  instead(refused: string): Promise<string>;
};

/** Keeps the app token in memory. A failed fetch is told to all who wait for it, and not remembered. */
export function tokenKeeper(parts: { fetchToken: () => Promise<string>; clock: () => number }): TokenKeeper {
  let held: { token: string; renewAt: number } | undefined;
  let coming: Promise<string> | undefined;
  const renew = () => {
    coming ??= parts
      .fetchToken()
      .then((token) => {
        held = { token, renewAt: renewalOf(token, parts.clock()) };
        return token;
      })
      .finally(() => {
        coming = undefined;
      });
    return coming;
  };
  const current = async () => (held && parts.clock() < held.renewAt ? held.token : renew());
  return {
    current,
    async instead(refused) {
      if (held?.token === refused) held = undefined;
      return current();
    },
  };
}

/** When to renew: before the token's `exp`; a token that does not tell has the contract's 24 hours. */
function renewalOf(token: string, now: number): number {
  const life = Math.max(0, expiryOf(token, now) - now);
  return now + life - Math.min(MARGIN_MS, life / 10);
}

function expiryOf(token: string, now: number): number {
  try {
    const { exp } = decodeJwt(token);
    if (exp !== undefined) return exp * 1000;
  } catch {
    // Any string may be a token; only the server need understand it.
  }
  return now + APP_TOKEN_SECONDS * 1000;
}
