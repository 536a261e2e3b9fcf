// Apart from the view's schema, because pages need these in the browser and the schema brings all of zod with it.
import type { CustomerView } from './customer-list';

/** Names read best from A on; dates and scores from the newest and the highest on. */
export function isDescending(view: Pick<CustomerView, 'sort' | 'dir'>): boolean {
  return view.dir === undefined ? view.sort !== 'name' : view.dir === 'desc';
}

/** A view as query parameters, without what is default. */
export function viewQuery(
  view: Partial<CustomerView>,
): Record<string, string | readonly string[] | undefined> {
  const { sort, ...rest } = view;
  return { ...rest, sort: sort === 'created' && rest.dir === undefined ? undefined : sort };
}
