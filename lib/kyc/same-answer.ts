import { canonicalJson } from '../canonical-json';

/**
 * Whether two values of an answer say the same: apart from blanks around and between words, upper and lower case, how a character or a
 * telephone number is written, empty parts, and the order of what is a list. An answer that is not there is null.
 */
export function sameAnswer(a: unknown, b: unknown): boolean {
  return meaningOf(a) === meaningOf(b);
}

/** What an answer says, as text that is the same for the same meaning. */
export function meaningOf(value: unknown): string {
  return canonicalJson(plainly(value));
}

function plainly(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(meaningOf).sort();
  if (value === null || typeof value !== 'object') return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, plainly(one)] as const)
      .filter(([, one]) => one !== null && one !== ''),
  );
}

const TELEPHONE = /^\+?[\d\s().-]{6,}$/;

function plainText(text: string): string {
  const folded = text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
  return TELEPHONE.test(folded) && folded.startsWith('+') ? folded.replace(/[^\d+]/g, '') : folded;
}
