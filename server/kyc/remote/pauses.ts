/** How long the server has asked us to keep still, for one group of operations. */
export type Pauses = {
  /** Takes note of what an answer says of the limit. */
  note(answer: { status: number; headers: Headers }): void;
  /** From now; 0 when a request may go out. */
  milliseconds(): number;
};

/** What a 429 without `Retry-After` is taken to ask for: the contract counts by the minute. Contract section 1. */
const UNTOLD_SECONDS = 5;

/**
 * The server's own words are the budget: it counts all our instances together and knows its limits. A 429 asks for a
 * pause (`Retry-After`), and so does the last request of a window (`RateLimit: "create";r=0;t=42`); requests that would
 * be refused anyway are then not sent.
 */
export function pauses(clock: () => number): Pauses {
  let until = 0;
  return {
    note({ status, headers }) {
      const asked =
        status === 429 || status === 503
          ? (retryAfterSeconds(headers, clock) ?? (status === 429 ? UNTOLD_SECONDS : 0))
          : exhaustedSeconds(headers);
      if (asked > 0) until = Math.max(until, clock() + asked * 1000);
    },
    milliseconds: () => Math.max(0, until - clock()),
  };
}

/** `Retry-After`, given in seconds or as a date (RFC 9110 section 10.2.3). */
function retryAfterSeconds(headers: Headers, clock: () => number): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - clock()) / 1000);
}

/** Until the longest of the windows that are used up, by `draft-ietf-httpapi-ratelimit-headers`; 0 if none is. */
function exhaustedSeconds(headers: Headers): number {
  const used = (headers.get('ratelimit') ?? '').split(',').filter((policy) => /;\s*r=0\s*(;|$)/.test(policy));
  return Math.max(0, ...used.map((policy) => Number(/;\s*t=(\d{1,9})/.exec(policy)?.[1] ?? 0)));
}
