import { and, asc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { CustomerScope } from '@/lib/auth/permissions';
import type { Review } from '@/lib/kyc/reviews';
import type { DbOrTx } from '../client';
import { directory, reviewSchedules } from '../schema';
import { countUpTo } from './count-up-to';

/** Which reviews: days from (inclusive) and before (exclusive), a level, an employee. */
export type ReviewFilter = {
  from?: string | undefined;
  before?: string | undefined;
  level?: string | undefined;
  employeeId?: string | undefined;
};

/** Whose reviews are counted, within the scope. */
export type ReviewsOf = Pick<ReviewFilter, 'level' | 'employeeId'>;

/** Reviews of the scope behind `after`, the longest due first; each walks the index of the tenant or of the employee. */
export async function listReviews(
  db: DbOrTx,
  tenantId: string,
  scope: CustomerScope,
  filter: ReviewFilter,
  { after, limit }: { after: { dueOn: string; submissionId: string } | undefined; limit: number },
) {
  const { dueOn, submissionId, because, basis } = reviewSchedules;
  return db
    .select({
      submissionId,
      dueOn,
      because,
      basis,
      displayName: directory.displayName,
      userType: directory.userType,
      kycState: directory.kycState,
      employeeName: directory.employeeName,
    })
    .from(reviewSchedules)
    .innerJoin(directory, eq(directory.submissionId, submissionId))
    .where(
      and(
        ...within(tenantId, scope, filter),
        after && sql`(${dueOn}, ${submissionId}) > (${after.dueOn}::date, ${after.submissionId})`,
      ),
    )
    .orderBy(asc(dueOn), asc(submissionId))
    .limit(limit);
}

/**
 * How many reviews of a level or an employee fall due in each month from a day on, and how many were due before it. Days are counted
 * first, by an index alone: there are few of them, however many reviews there are.
 */
export async function countReviews(
  db: DbOrTx,
  tenantId: string,
  scope: CustomerScope,
  { today, until, ...of }: ReviewsOf & { today: string; until: string },
) {
  const { dueOn } = reviewSchedules;
  const count = sql<number>`count(*)::int`;
  const days = db
    .select({ dueOn, reviews: sql<number>`count(*)`.as('reviews') })
    .from(reviewSchedules)
    .where(and(...within(tenantId, scope, { ...of, from: today, before: until })))
    .groupBy(dueOn)
    .as('days');
  const months = await db
    .select({
      month: sql<string>`to_char(${days.dueOn}, 'YYYY-MM')`,
      count: sql<number>`sum(${days.reviews})::int`,
    })
    .from(days)
    .groupBy(sql`1`);
  const [overdue] = await db
    .select({ count })
    .from(reviewSchedules)
    .where(and(...within(tenantId, scope, { ...of, before: today })));
  return { months, overdue: overdue?.count ?? 0 };
}

/** How many reviews there are, counted up to `atMost`. */
export async function countReviewsUpTo(
  db: DbOrTx,
  tenantId: string,
  scope: CustomerScope,
  filter: ReviewFilter,
  atMost: number,
): Promise<number> {
  return countUpTo(db, reviewSchedules, and(...within(tenantId, scope, filter)), atMost);
}

/** The review of one submission of the tenant. */
export async function reviewOf(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
): Promise<Review | undefined> {
  const { dueOn, because, basis } = reviewSchedules;
  const [review] = await db
    .select({ dueOn, because, basis })
    .from(reviewSchedules)
    .where(and(eq(reviewSchedules.submissionId, submissionId), eq(reviewSchedules.tenantId, tenantId)));
  return review;
}

function within(
  tenantId: string,
  scope: CustomerScope,
  { from, before, level, employeeId }: ReviewFilter,
): (SQL | undefined)[] {
  const { dueOn } = reviewSchedules;
  return [
    eq(reviewSchedules.tenantId, tenantId),
    scope.kind === 'tenant' ? undefined : eq(reviewSchedules.employeeId, scope.employeeId ?? ''),
    employeeId === undefined ? undefined : eq(reviewSchedules.employeeId, employeeId),
    from === undefined ? undefined : gte(dueOn, from),
    before === undefined ? undefined : lt(dueOn, before),
    level === undefined ? undefined : eq(reviewSchedules.level, level),
  ];
}
