import type { Source } from './profile-page';

/** Names the source behind an id of `answeredBy` or `uploadedBy`; null where there is none. */
export type NameSource = (id: string | null | undefined) => Source | null;

/** What the contract calls the customer itself, in `answeredBy` and `uploadedBy`. */
export const CUSTOMER_SOURCE = 'customer';

/** An id that says nothing to a reader. */
const OPAQUE = /^[0-9a-f-]{16,}$/i;

/**
 * Names the customer, and by `named` whoever else answered; a later entry counts before an earlier one. An id that nobody has any
 * more gives an employee without a name, and a name where the other side sends one in its place stays that name.
 */
export function sourceNamer(
  named: Iterable<{ id: string; name: string; kind: Exclude<Source['kind'], 'customer'> }> = [],
): NameSource {
  const sources = new Map<string, Source>();
  for (const { id, name, kind } of named) sources.set(id, { kind, name });
  return (id) => {
    if (!id) return null;
    if (id === CUSTOMER_SOURCE) return { kind: 'customer', name: null };
    return sources.get(id) ?? { kind: 'employee', name: OPAQUE.test(id) ? null : id };
  };
}
