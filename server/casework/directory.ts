import 'server-only';
import { dayOf } from '@/lib/days';
import {
  type CustomerScope,
  customerScope,
  mayReadDocuments,
  mayReadProfiles,
  type Role,
} from '@/lib/auth/permissions';
import { emailKey } from '@/lib/kyc/contract/text';
import {
  COUNT_LIMIT,
  type CustomerCount,
  type CustomerListItem,
  type CustomerListPage,
  type CustomerView,
  customerView,
  type DuplicateQuery,
  PAGE_SIZE,
  type PossibleDuplicate,
} from '@/lib/kyc/customer-list';
import { isDescending } from '@/lib/kyc/customer-view';
import type { Database } from '../db/client';
import {
  countEntries,
  type DirectoryFilter,
  type DirectoryRow,
  entriesSoundingLike,
  entriesWithKeys,
  findEntry,
  listEntries,
} from '../db/queries/directory';
import { openPlace, sealPlace } from './place';

/** Who reads the directory: the tenant, and the role and tie that say which customers and how much of them. */
export type DirectoryReader = { tenantId: string; role: Role; employeeId: string | null };

/** A customer of the reader's scope, or undefined: a colleague's id and an unknown one cannot be told apart. */
export async function findCustomer(
  db: Database,
  reader: DirectoryReader,
  submissionId: string,
): Promise<DirectoryRow | undefined> {
  return findEntry(db, reader.tenantId, customerScope(reader), submissionId);
}

/** One page of the reader's customers, in the view's order. */
export async function listCustomers(
  db: Database,
  reader: DirectoryReader,
  view: CustomerView,
): Promise<CustomerListPage> {
  const rows = await listEntries(db, reader.tenantId, customerScope(reader), filterOf(view, reader), {
    by: sortOf(view, reader),
    descending: isDescending(view),
    after: openPlace(view.after, sortOf(view, reader)),
    limit: PAGE_SIZE + 1,
  });
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return {
    customers: shown.map((row) => listItem(row, reader)),
    next: last ? sealPlace({ value: last.place, id: last.submissionId }) : null,
  };
}

/** How many customers the view holds in all, counted up to {@link COUNT_LIMIT}. */
export async function countCustomers(
  db: Database,
  reader: DirectoryReader,
  view: CustomerView,
): Promise<CustomerCount> {
  const count = await countEntries(
    db,
    reader.tenantId,
    customerScope(reader),
    filterOf(view, reader),
    COUNT_LIMIT + 1,
  );
  return { count: Math.min(count, COUNT_LIMIT), more: count > COUNT_LIMIT };
}

/** The most customers that a search from anywhere proposes. */
const PROPOSED = 8;

/** Up to eight of the reader's customers for what was typed into the search, the newest first. */
export async function searchCustomers(
  db: Database,
  reader: DirectoryReader,
  words: string,
): Promise<CustomerListItem[]> {
  const view = customerView.parse({ q: words });
  if (view.q === '') return [];
  const rows = await listEntries(db, reader.tenantId, customerScope(reader), filterOf(view, reader), {
    by: 'created',
    descending: true,
    limit: PROPOSED,
  });
  return rows.map((row) => listItem(row, reader));
}

/** Customers that may be the one about to be created. */
export async function possibleDuplicates(
  db: Database,
  reader: DirectoryReader,
  query: DuplicateQuery,
): Promise<PossibleDuplicate[]> {
  const scope = customerScope(reader);
  const key = query.email ? emailKey(query.email) : undefined;
  const sameKeys = await entriesWithKeys(db, reader.tenantId, {
    emailKey: key,
    registrationNumber: query.registrationNumber || undefined,
  });
  const similar = query.name ? await entriesSoundingLike(db, reader.tenantId, scope, query.name) : [];
  const known = new Set(sameKeys.map((row) => row.submissionId));
  return [
    ...sameKeys.map((row) => ({
      match: row.emailKey === key ? ('email' as const) : ('registrationNumber' as const),
      ...(owns(scope, row.employeeId) ? { customer: named(row) } : {}),
    })),
    ...similar
      .filter((row) => !known.has(row.submissionId))
      .map((row) => ({ match: 'name' as const, customer: named(row) })),
  ];
}

function owns(scope: CustomerScope, employeeId: string): boolean {
  return scope.kind === 'tenant' || scope.employeeId === employeeId;
}

function named(row: Pick<DirectoryRow, 'submissionId' | 'displayName' | 'userType' | 'kycState'>) {
  const { submissionId, displayName, userType, kycState } = row;
  return { submissionId, displayName, userType, kycState };
}

/** What one reader sees of a row, picked by name. */
export function listItem(row: DirectoryRow, reader: DirectoryReader): CustomerListItem {
  return {
    ...named(row),
    tradingName: row.tradingName,
    employeeName: row.employeeName,
    formName: row.formName,
    onboardingProgress: row.onboardingProgress,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    ...(mayReadProfiles(reader.role) ? { risk: { level: row.riskLevelId, score: row.riskScore } } : {}),
  };
}

/** Whoever does not see the risk cannot find it out by filtering or sorting either. */
function filterOf(view: CustomerView, reader: DirectoryReader): DirectoryFilter {
  return {
    search: view.q,
    userTypes: view.kind,
    states: view.state,
    riskLevels: mayReadProfiles(reader.role) ? view.risk : [],
    employeeIds: view.employee,
    formIds: view.form,
    expiring:
      view.expiring.length > 0 && mayReadDocuments(reader.role)
        ? { today: dayOf(new Date()), days: Math.max(...view.expiring.map(Number)) }
        : undefined,
  };
}

function sortOf(view: CustomerView, reader: DirectoryReader): CustomerView['sort'] {
  return view.sort === 'risk' && !mayReadProfiles(reader.role) ? 'created' : view.sort;
}
