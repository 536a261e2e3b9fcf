import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CaseQueueView } from '../kyc/case-view';
import type { CaseCounts, CasePage, CaseView, MentionLine, ReasonLine } from '../kyc/cases';
import { paths, withQuery } from '../paths';
import { getJson } from './get-json';

/** The queue as a view narrows it, page by page. */
export function casesQuery(view: Omit<CaseQueueView, 'after'>) {
  return infiniteQueryOptions({
    queryKey: ['cases', 'list', view],
    queryFn: ({ signal, pageParam }) =>
      getJson<CasePage>(withQuery(paths.data.cases, { ...view, after: pageParam ?? undefined }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
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

/** The notes that name the reader and were not seen yet. */
export const mentionsQuery = queryOptions({
  queryKey: ['mentions'],
  queryFn: ({ signal }) => getJson<MentionLine[]>(paths.data.mentions, signal),
});

/** The library of reasons. */
export const reasonsQuery = queryOptions({
  queryKey: ['reasons'],
  queryFn: ({ signal }) => getJson<ReasonLine[]>(paths.data.reasons, signal),
});
