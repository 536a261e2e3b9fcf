import { daysBetween } from '../days';
import { EXPIRY_WARNINGS } from './requests';

/** What a document's place in its type's versions is told from. */
type Versioned = { version?: number | null | undefined; uploadedAt?: string | null | undefined };

/**
 * The current document of each type, in the order given: the one with the highest version, or the newest upload where the other side
 * counts no versions. The same type again is a new version of that document (contract section 7).
 */
export function currentDocuments<T extends Versioned>(
  documents: readonly T[],
  typeOf: (document: T) => string,
): T[] {
  const current = new Map<string, T>();
  for (const document of documents) {
    const held = current.get(typeOf(document));
    if (held === undefined || isNewer(document, held)) current.set(typeOf(document), document);
  }
  return documents.filter((document) => current.get(typeOf(document)) === document);
}

/** Compares two documents of one type, the newer first. */
export function byAge(a: Versioned, b: Versioned): number {
  return isNewer(a, b) ? -1 : 1;
}

function isNewer(a: Versioned, b: Versioned): boolean {
  const versions = (a.version ?? 0) - (b.version ?? 0);
  return versions === 0 ? (a.uploadedAt ?? '') > (b.uploadedAt ?? '') : versions > 0;
}

/** How soon a document expires. `within` is the warning that has been reached: the least of 90, 60, 30, 7 that is not below `days`. */
export type Expiry =
  | { kind: 'expired'; days: number }
  | { kind: 'expiring'; days: number; within: (typeof EXPIRY_WARNINGS)[number] }
  | { kind: 'valid'; days: number };

/** How soon a document expires, counted in days from `today`; both are days (`YYYY-MM-DD`). It is valid on its last day. */
export function expiryOf(expiryDate: string, today: string): Expiry {
  const days = daysBetween(today, expiryDate);
  if (days < 0) return { kind: 'expired', days };
  const within = EXPIRY_WARNINGS.toReversed().find((warning) => days <= warning);
  return within === undefined ? { kind: 'valid', days } : { kind: 'expiring', days, within };
}
