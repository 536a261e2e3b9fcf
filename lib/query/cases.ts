import { queryOptions } from '@tanstack/react-query';
import type { CaseQueueView } from '../kyc/case-view';
import type { CaseCounts, CasePage, CaseView, ReasonLine } from '../kyc/cases';
import { paths, withQuery } from '../paths';
import { getJson } from './get-json';

/** A page of the queue as a view narrows it. */
export function casesQuery(view: CaseQueueView) {
  return queryOptions({
    queryKey: ['cases', 'list', view],
    queryFn: ({ signal }) => getJson<CasePage>(withQuery(paths.data.cases, view), signal),
  });
}

/** How many cases each tab of the queue holds. */
export const caseCountsQuery = queryOptions({
  queryKey: ['cases', 'counts'],
  queryFn: ({ signal }) => getJson<CaseCounts>(paths.data.caseCounts, signal),
});

/** What was decided about a customer, what waits, and what the reader may do. */
export function caseQuery(submissionId: string) {
  return queryOptions({
    queryKey: ['customer', submissionId, 'case'],
    queryFn: ({ signal }) => getJson<CaseView>(paths.data.case(submissionId), signal),
  });
}

/** The library of reasons. */
export const reasonsQuery = queryOptions({
  queryKey: ['reasons'],
  queryFn: ({ signal }) => getJson<ReasonLine[]>(paths.data.reasons, signal),
});
