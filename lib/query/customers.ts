import { queryOptions } from '@tanstack/react-query';
import {
  type CustomerCount,
  type CustomerListPage,
  type CustomerView,
  viewQuery,
} from '../kyc/customer-list';
import { paths, withQuery } from '../paths';
import { getJson } from './get-json';

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
