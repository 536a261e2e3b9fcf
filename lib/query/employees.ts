import { queryOptions } from '@tanstack/react-query';
import type { EmployeeListItem } from '../kyc/employee-list';
import { paths } from '../paths';
import { getJson } from './get-json';

/** The active employees, with what the reader may see of them. The KYC service hands them out as one list. */
export function employeesQuery() {
  return queryOptions({
    queryKey: ['employees', 'list'],
    queryFn: ({ signal }) => getJson<EmployeeListItem[]>(paths.data.employees, signal),
  });
}
