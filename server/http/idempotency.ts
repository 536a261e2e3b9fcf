import { badField } from '@/lib/kyc/contract/errors';

const HEADER = 'Idempotency-Key';

/** The longest key, in characters. */
export const KEY_LIMIT = 255;

const PRINTABLE = new RegExp(`^[\\x20-\\x7e]{1,${KEY_LIMIT}}$`);

/**
 * The request's idempotency key, undefined without one; 1 to 255 printable ASCII characters, else a 400. What it means
 * (the same key and body within 24 hours give the first answer again) is the engine's matter. Contract section 1.
 */
export function readIdempotencyKey(headers: Headers): string | undefined {
  const key = headers.get(HEADER);
  if (key === null) return undefined;
  if (!PRINTABLE.test(key)) throw badField(HEADER, `must be 1 to ${KEY_LIMIT} printable characters`);
  return key;
}
