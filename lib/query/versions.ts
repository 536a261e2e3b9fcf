import { queryOptions } from '@tanstack/react-query';
import type { ChangesSince } from '../kyc/versions';
import { paths, withQuery } from '../paths';
import { getJson } from './get-json';

/** What changed of a customer since a version; without one since the last decision. */
export function changesSinceQuery(submissionId: string, version?: number) {
  return queryOptions({
    queryKey: ['customer', submissionId, 'changes', version ?? null],
    queryFn: ({ signal }) =>
      getJson<ChangesSince>(
        withQuery(paths.data.versions(submissionId), { since: version?.toString() }),
        signal,
      ),
    staleTime: 60_000,
  });
}
