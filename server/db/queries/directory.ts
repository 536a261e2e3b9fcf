import { and, eq, gt, inArray, like, lt, or, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { CustomerScope } from '@/lib/auth/permissions';
import type { SortKey } from '@/lib/kyc/customer-list';
import type { DbOrTx } from '../client';
import { preparedOnce } from '../prepared';
import { directory, documents } from '../schema';
import { countUpTo } from './count-up-to';
import { runsOut } from './expiring-documents';

/** What the list shows of a customer; each use hands on only the properties that its reader may see. */
const row = {
  submissionId: directory.submissionId,
  userType: directory.userType,
  displayName: directory.displayName,
  tradingName: directory.tradingName,
  registrationNumber: directory.registrationNumber,
  email: directory.email,
  employeeId: directory.employeeId,
  employeeName: directory.employeeName,
  formId: directory.formId,
  formName: directory.formName,
  kycState: directory.kycState,
  riskLevelId: directory.riskLevelId,
  riskScore: directory.riskScore,
  onboardingProgress: directory.onboardingProgress,
  version: directory.version,
  createdAt: directory.createdAt,
  updatedAt: directory.updatedAt,
};
export type DirectoryRow = Awaited<ReturnType<typeof findEntry>> & {};

/** The columns that the list sorts by, each with an index that ends in the submission's id. */
const SORT_COLUMNS = {
  created: directory.createdAt,
  updated: directory.updatedAt,
  name: directory.searchText,
  risk: directory.riskOrder,
} as const satisfies Record<SortKey, unknown>;

/** What narrows the list; an empty array narrows nothing. */
export type DirectoryFilter = {
  search?: string | undefined;
  userTypes: readonly string[];
  states: readonly string[];
  riskLevels: readonly string[];
  employeeIds: readonly string[];
  formIds: readonly string[];
  /** With a document that counts on a day and no longer does so many days later. */
  expiring?: { today: string; days: number } | undefined;
};

/** The first place after which a page of the list starts: the sort value (as text) and the id of the last row before it. */
export type Keyset = { value: string; id: string };

/** One customer of the scope, or undefined: a foreign id and an unknown one look the same. */
export async function findEntry(db: DbOrTx, tenantId: string, scope: CustomerScope, submissionId: string) {
  const [entry] = await db
    .select(row)
    .from(directory)
    .where(and(eq(directory.submissionId, submissionId), inScope(tenantId, scope)));
  return entry;
}

/** What customers of the tenant are called, for a reader who may see all of them. */
export async function displayNames(
  db: DbOrTx,
  tenantId: string,
  submissionIds: readonly string[],
): Promise<Map<string, string>> {
  if (submissionIds.length === 0) return new Map();
  const found = await db
    .select({ id: directory.submissionId, name: directory.displayName })
    .from(directory)
    .where(and(eq(directory.tenantId, tenantId), inArray(directory.submissionId, [...submissionIds])));
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** The order of a page: by one sort column, from behind `after` on, `limit` rows. */
type Order = { by: SortKey; descending: boolean; after?: Keyset | undefined; limit: number };

/** Up to `limit` rows after `after`, in the order of one sort column; each brings its place for the next page. */
export async function listEntries(
  db: DbOrTx,
  tenantId: string,
  scope: CustomerScope,
  filter: DirectoryFilter,
  order: Order,
) {
  const { after, ...shape } = order;
  if (matches(filter) === undefined && (scope.kind === 'tenant' || scope.employeeId !== null)) {
    const statement = wholeLists(db)({
      ...shape,
      own: scope.kind === 'employee',
      continued: after !== undefined,
    });
    return statement.execute({ tenantId, ...scope, ...after });
  }
  const wanted = and(
    inScope(tenantId, scope),
    matches(filter),
    after && beyond(order.by, order.descending, after),
  );
  return selectPage(db, wanted, order);
}

type WholeList = Omit<Order, 'after'> & { own: boolean; continued: boolean };

/** The lists that nothing narrows, which are most of those that are asked for: each is built and planned once. */
const wholeLists = preparedOnce((db) => {
  const built = new Map<string, ReturnType<typeof prepareList>>();
  return (shape: WholeList) => {
    const { by, descending, own, continued, limit } = shape;
    const name = ['list', by, descending ? 'desc' : 'asc', own && 'own', continued && 'continued', limit]
      .filter(Boolean)
      .join('_');
    const statement = built.get(name) ?? prepareList(db, shape, name);
    built.set(name, statement);
    return statement;
  };
});

function prepareList(db: DbOrTx, shape: WholeList, name: string) {
  const wanted = and(
    eq(directory.tenantId, sql.placeholder('tenantId')),
    shape.own ? eq(directory.employeeId, sql.placeholder('employeeId')) : undefined,
    shape.continued
      ? beyond(shape.by, shape.descending, { value: sql.placeholder('value'), id: sql.placeholder('id') })
      : undefined,
  );
  return selectPage(db, wanted, shape).prepare(name);
}

function selectPage(db: DbOrTx, wanted: SQL | undefined, { by, descending, limit }: Omit<Order, 'after'>) {
  const column = SORT_COLUMNS[by];
  const direction = sql.raw(descending ? 'desc' : 'asc');
  return db
    .select({ ...row, place: sql<string>`${column}::text` })
    .from(directory)
    .where(wanted)
    .orderBy(sql`${column} ${direction}, ${directory.submissionId} ${direction}`)
    .limit(limit);
}

/** How many customers match, counted up to `atMost`, so that a large book does not cost a scan for each look at it. */
export async function countEntries(
  db: DbOrTx,
  tenantId: string,
  scope: CustomerScope,
  filter: DirectoryFilter,
  atMost: number,
): Promise<number> {
  return countUpTo(db, directory, and(inScope(tenantId, scope), matches(filter)), atMost);
}

/** How many of the tenant's customers each employee has, counted up to `atMost` each by the index. Who has none is absent. */
export async function countEntriesByEmployee(
  db: DbOrTx,
  tenantId: string,
  employeeIds: readonly string[],
  atMost: number,
): Promise<Map<string, number>> {
  if (employeeIds.length === 0) return new Map();
  const asked = sql`jsonb_array_elements_text(${JSON.stringify(employeeIds)}::jsonb) as asked(id)`;
  const { rows } = await db.execute<{ id: string; count: number }>(sql`
    select asked.id, owned.count
    from ${asked}
    cross join lateral (
      select count(*)::int as count
      from (
        select 1 from ${directory}
        where ${directory.tenantId} = ${tenantId} and ${directory.employeeId} = asked.id
        limit ${atMost}
      ) found
    ) owned
    where owned.count > 0`);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** The tenant's customers with this e-mail or registration number, whoever owns them. */
export async function entriesWithKeys(
  db: DbOrTx,
  tenantId: string,
  keys: { emailKey?: string | undefined; registrationNumber?: string | undefined },
) {
  const either = or(
    keys.emailKey ? eq(directory.emailKey, keys.emailKey) : undefined,
    keys.registrationNumber ? eq(directory.registrationNumber, keys.registrationNumber) : undefined,
  );
  if (!either) return [];
  return db
    .select({ ...row, emailKey: directory.emailKey })
    .from(directory)
    .where(and(eq(directory.tenantId, tenantId), either))
    .limit(10);
}

/**
 * Up to five customers of the scope whose name holds every word of `name` as it sounds, the most similar first. Narrowed by
 * the sound before it is ranked, because ranking a whole book by similarity would hold up the embedded database.
 */
export async function entriesSoundingLike(db: DbOrTx, tenantId: string, scope: CustomerScope, name: string) {
  const candidates = db
    .select(row)
    .from(directory)
    .where(
      and(
        inScope(tenantId, scope),
        sql`${directory.nameKeys} @> name_keys(${name})`,
        sql`cardinality(name_keys(${name})) > 0`,
      ),
    )
    .limit(200)
    .as('candidates');
  return db
    .select()
    .from(candidates)
    .orderBy(
      sql`similarity(fold_text(${candidates.displayName}), fold_text(${name})) desc, ${candidates.submissionId}`,
    )
    .limit(5);
}

function inScope(tenantId: string, scope: CustomerScope): SQL | undefined {
  const ofTenant = eq(directory.tenantId, tenantId);
  if (scope.kind === 'tenant') return ofTenant;
  return scope.employeeId === null ? sql`false` : and(ofTenant, eq(directory.employeeId, scope.employeeId));
}

function matches(filter: DirectoryFilter): SQL | undefined {
  const among = (column: Parameters<typeof inArray>[0], values: readonly string[]) =>
    values.length > 0 ? inArray(column, [...values]) : undefined;
  return and(
    among(directory.userType, filter.userTypes),
    among(directory.kycState, filter.states),
    among(directory.riskLevelId, filter.riskLevels),
    among(directory.employeeId, filter.employeeIds),
    among(directory.formId, filter.formIds),
    filter.expiring && hasExpiring(filter.expiring),
    ...words(filter.search).map(wordMatches),
  );
}

function hasExpiring({ today, days }: NonNullable<DirectoryFilter['expiring']>): SQL {
  return sql`${directory.submissionId} in (
    select ${documents.submissionId} from ${documents} where ${runsOut(today, days)})`;
}

/** The most words of a search that are looked at. */
const MOST_WORDS = 6;

function words(search: string | undefined): string[] {
  return (search ?? '').normalize('NFC').split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS);
}

/** A word of three characters or more is found anywhere, by its trigrams; a shorter one where the name begins. */
function wordMatches(word: string): SQL | undefined {
  const escaped = word.replace(/[\\%_]/g, '\\$&');
  const anywhere = like(directory.searchText, sql`'%' || fold_text(${escaped}) || '%'`);
  const start = like(directory.searchText, sql`fold_text(${escaped}) || '%'`);
  return or([...word].length >= 3 ? anywhere : start, eq(directory.submissionId, word));
}

function beyond(
  by: SortKey,
  descending: boolean,
  after: Record<keyof Keyset, string | Placeholder>,
): SQL | undefined {
  const column = SORT_COLUMNS[by];
  const value = sql`${after.value}::${sql.raw(SORT_TYPES[by])}`;
  const place = sql`(${column}, ${directory.submissionId})`;
  const start = sql`(${value}, ${after.id})`;
  return descending ? lt(place, start) : gt(place, start);
}

const SORT_TYPES: Record<SortKey, string> = {
  created: 'timestamptz',
  updated: 'timestamptz',
  name: 'text',
  risk: 'real',
};
