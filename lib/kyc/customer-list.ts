import * as z from 'zod';
import { KYC_STATES, RISK_LEVELS, USER_TYPES } from './contract/lists';
import { opaqueId, plainText } from './contract/text';
import { EXPIRING_WITHIN } from './requests';

/** How many customers a page of the list shows. */
export const PAGE_SIZE = 25;
/** The most customers that the count shows; beyond it the list says "more than". */
export const COUNT_LIMIT = 1_000;

export const SORT_KEYS = ['created', 'updated', 'name', 'risk'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

const severally = <T extends z.ZodType>(one: T) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(one).max(50),
  );

/**
 * What a view of the customers list holds; the URL's query is read with it, so a view can be kept and sent. Whatever a URL
 * holds that is no view falls back to the default instead of failing.
 */
export const customerView = z.object({
  q: plainText({ limit: 200 }).catch('').default(''),
  kind: severally(z.enum(USER_TYPES)).catch([]),
  state: severally(z.enum(KYC_STATES)).catch([]),
  risk: severally(z.enum(RISK_LEVELS)).catch([]),
  employee: severally(opaqueId).catch([]),
  form: severally(opaqueId).catch([]),
  /** Customers with a document that runs out within so many days; of several the longest counts. */
  expiring: severally(z.enum(EXPIRING_WITHIN)).catch([]),
  sort: z.enum(SORT_KEYS).catch('created').default('created'),
  dir: z.enum(['asc', 'desc']).optional().catch(undefined),
  /** Where the page starts: opaque, from the page before. */
  after: z.string().max(8_000).optional().catch(undefined),
});
export type CustomerView = z.output<typeof customerView>;

/** The view that a URL's query names; a facet may stand in it several times. */
export function readView(
  query: URLSearchParams | Record<string, string | string[] | undefined>,
): CustomerView {
  const given =
    query instanceof URLSearchParams
      ? Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]))
      : query;
  const single = (name: string) => [given[name]].flat()[0];
  return customerView.parse({
    ...given,
    q: single('q'),
    sort: single('sort'),
    dir: single('dir'),
    after: single('after'),
  });
}

/** One line of the list. What its reader may not see is absent. */
export type CustomerListItem = {
  submissionId: string;
  userType: string;
  displayName: string;
  tradingName: string | null;
  employeeName: string;
  formName: string;
  kycState: string;
  /** Absent for an admin, who sees names and states only. */
  risk?: { level: string | null; score: number | null };
  onboardingProgress: number;
  createdAt: string;
  updatedAt: string;
};

/** A page of the list; `next` is the view's `after` for the page that follows. */
export type CustomerListPage = { customers: CustomerListItem[]; next: string | null };

/** How many customers a view holds; `more` = beyond {@link COUNT_LIMIT}. */
export type CustomerCount = { count: number; more: boolean };

/** A customer who may be the same as the one being created. */
export type PossibleDuplicate = {
  match: 'email' | 'registrationNumber' | 'name';
  /** Absent where the customer belongs to a colleague: that there is one may be said, who it is may not. */
  customer?: Pick<CustomerListItem, 'submissionId' | 'displayName' | 'userType' | 'kycState'>;
};

export const duplicateQuery = z.object({
  email: plainText({ limit: 254 }).catch('').default(''),
  registrationNumber: plainText({ limit: 200 }).catch('').default(''),
  name: plainText({ limit: 401 }).catch('').default(''),
});
export type DuplicateQuery = z.output<typeof duplicateQuery>;
