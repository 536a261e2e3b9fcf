import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { KycState } from '@/lib/kyc/contract/lists';
import type { DbOrTx } from '../client';
import { customers, submissions } from '../schema';

/** What narrows the list; undefined narrows nothing. */
export type SubmissionFilter = {
  tenantId: string;
  formId: string | undefined;
  states: readonly KycState[] | undefined;
};

/** The last submission of the page before: its creation in ISO 8601 to the microsecond, and its id. */
export type SubmissionPlace = { createdAt: string; id: string };

/** Up to `limit` submissions from behind `after` on, newest first; each brings its place for the next page. */
export async function submissionsPage(
  db: DbOrTx,
  { states, ...filter }: SubmissionFilter,
  { after, limit }: { after: SubmissionPlace | undefined; limit: number },
) {
  const walk = (state?: KycState) =>
    db
      .select(row)
      .from(submissions)
      .innerJoin(customers, eq(customers.id, submissions.customerId))
      .where(and(narrowed(filter), state && eq(submissions.kycState, state), after && behind(after)))
      .orderBy(desc(submissions.createdAt), desc(submissions.id))
      .limit(limit);
  const [first, second, ...more] = states ?? [];
  // An index gives the order within one state only: several are walked one by one, as far as one page, and merged.
  return second === undefined
    ? walk(first)
    : unionAll(walk(first), walk(second), ...more.map(walk))
        .orderBy(desc(submissions.createdAt), desc(submissions.id))
        .limit(limit);
}

/** How many submissions match. */
export async function countSubmissions(db: DbOrTx, { states, ...filter }: SubmissionFilter): Promise<number> {
  return db.$count(submissions, and(narrowed(filter), states && inArray(submissions.kycState, [...states])));
}

const row = {
  id: submissions.id,
  createdAt: submissions.createdAt,
  place:
    sql<string>`to_char(${submissions.createdAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as(
      'place',
    ),
  kycState: submissions.kycState,
  customerId: submissions.customerId,
  userType: customers.userType,
  email: customers.email,
  firstName: customers.firstName,
  lastName: customers.lastName,
  fullName: customers.fullName,
  registrationNumber: customers.registrationNumber,
  tradingName: customers.tradingName,
};

function narrowed({ tenantId, formId }: Omit<SubmissionFilter, 'states'>): SQL | undefined {
  return and(
    eq(submissions.tenantId, tenantId),
    formId === undefined ? undefined : eq(submissions.formId, formId),
  );
}

function behind({ createdAt, id }: SubmissionPlace): SQL {
  return sql`(${submissions.createdAt}, ${submissions.id}) < (${createdAt}::timestamptz, ${id})`;
}
