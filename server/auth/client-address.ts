import 'server-only';

/**
 * The network address that a request came from, as far as it can be known: the last entry of `X-Forwarded-For`, which the
 * nearest proxy wrote, or Next itself where there is none. A direct client can write what it likes into that header, which
 * is why pauses count by account first.
 */
export function clientAddress(forwardedFor: string | null | undefined): string {
  return forwardedFor?.split(',').at(-1)?.trim().slice(0, 64) || 'unknown';
}
