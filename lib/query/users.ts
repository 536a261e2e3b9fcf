import { infiniteQueryOptions } from '@tanstack/react-query';
import type { StaffPage } from '../auth/staff-list';
import { paths, withQuery } from '../paths';
import { getJson } from './get-json';

/** Everybody who signs in, by name, page by page. */
export const usersQuery = infiniteQueryOptions({
  queryKey: ['users'],
  queryFn: ({ signal, pageParam }) =>
    getJson<StaffPage>(withQuery(paths.data.users, { cursor: pageParam ?? undefined }), signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});
