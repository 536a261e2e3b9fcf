import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ActivityLines } from '../kyc/activity';
import type { ProfilePage } from '../kyc/profile-page';
import { paths, withQuery } from '../paths';
import { getJson } from './get-json';

/** A customer's profile. Each reading is put on record, so it is read again only when asked. */
export function profileQuery(submissionId: string) {
  return queryOptions({
    queryKey: ['customer', submissionId, 'profile'],
    queryFn: ({ signal }) => getJson<ProfilePage>(paths.data.customer(submissionId), signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** What happened to a customer, page by page. */
export function activityQuery(submissionId: string) {
  return infiniteQueryOptions({
    queryKey: ['customer', submissionId, 'activity'],
    queryFn: ({ signal, pageParam }) =>
      getJson<ActivityLines>(
        withQuery(paths.data.activity(submissionId), { after: pageParam ?? undefined }),
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}
