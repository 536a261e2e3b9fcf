import * as z from 'zod';
import { CASE_TABS } from './cases';
import { RISK_LEVELS } from './contract/lists';
import { opaqueId, timestamp } from './contract/text';

/** What a view of the queue holds; a URL's query is read with it, and what is no view falls back to the default. */
export const caseQueueView = z.object({
  tab: z.enum(CASE_TABS).catch('all').default('all'),
  risk: z.enum(RISK_LEVELS).optional().catch(undefined),
  /** Whose cases: a person's id, or `nobody`. */
  assignee: opaqueId.optional().catch(undefined),
  /** Opened since this moment. */
  since: timestamp.optional().catch(undefined),
  /** Opened before this moment. */
  until: timestamp.optional().catch(undefined),
  /** Where the page starts: opaque, from the page before. */
  after: z.string().max(1_000).optional().catch(undefined),
});
export type CaseQueueView = z.output<typeof caseQueueView>;

/** The view that a URL's query names. */
export function readCaseView(query: URLSearchParams): CaseQueueView {
  return caseQueueView.parse(Object.fromEntries(query));
}
