import type { Finding } from '../finding';

/** The kinds of customer in words. */
export const KINDS = { IndividualCustomer: 'individuals', LegalCustomer: 'legal entities' } as const;

/** A finding without an example. */
export function about(
  severity: Finding['severity'],
  kind: Finding['kind'],
  text: string,
  rowIds: readonly string[] = [],
): Finding {
  return { severity, kind, rowIds, text };
}
