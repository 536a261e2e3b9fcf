import { queryOptions } from '@tanstack/react-query';
import type {
  CustomerCount,
  CustomerListPage,
  CustomerView,
  DuplicateQuery,
  PossibleDuplicate,
} from '../kyc/customer-list';
import { viewQuery } from '../kyc/customer-view';
import { paths, withQuery } from '../paths';
import { askJson, getJson } from './get-json';

/** A page of the customers list. */
export function customersQuery(view: CustomerView) {
  return queryOptions({
    queryKey: ['customers', 'list', view],
    queryFn: ({ signal }) =>
      getJson<CustomerListPage>(withQuery(paths.data.customers, viewQuery(view)), signal),
  });
}

/** How many customers the view holds in all; asked for on its own, so that no list waits for it. */
export function customerCountQuery(view: CustomerView) {
  const { after: _after, sort: _sort, dir: _dir, ...filter } = view;
  return queryOptions({
    queryKey: ['customers', 'count', filter],
    queryFn: ({ signal }) =>
      getJson<CustomerCount>(withQuery(paths.data.customerCount, viewQuery(filter)), signal),
  });
}

/** Customers that may be the one being created. */
export function duplicatesQuery(question: DuplicateQuery) {
  return queryOptions({
    queryKey: ['customers', 'duplicates', question],
    queryFn: ({ signal }) => askJson<PossibleDuplicate[]>(paths.data.duplicates, question, signal),
  });
}
