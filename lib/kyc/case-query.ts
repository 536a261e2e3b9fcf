// Apart from the view's schema, because pages need these in the browser and the schema brings all of zod with it.
import type { CaseQueueView } from './case-view';

/** A view of the queue as query parameters, without what is default. */
export function caseViewQuery({ tab, ...rest }: Partial<CaseQueueView>): Record<string, string | undefined> {
  return { tab: tab === 'all' ? undefined : tab, ...rest };
}
