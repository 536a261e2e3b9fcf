import { queryOptions } from '@tanstack/react-query';
import type { OutboxList } from '../outbox';
import { paths, withQuery } from '../paths';
import { getJson } from './get-json';

/** A page of the outbox. */
export function outboxQuery(after: string | undefined) {
  return queryOptions({
    queryKey: ['outbox', 'list', after ?? null],
    queryFn: ({ signal }) => getJson<OutboxList>(withQuery(paths.data.outbox, { after }), signal),
  });
}
