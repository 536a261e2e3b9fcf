import { and, count, eq, type SQL, sql } from 'drizzle-orm';
import type { CustomerScope } from '@/lib/auth/permissions';
import { AGE_BUCKETS, type MixCount, type QueueCounts, REVIEW_MONTHS } from '@/lib/kyc/dashboard';
import { EXPIRY_WARNINGS } from '@/lib/kyc/requests';
import type { DbOrTx } from '../client';
import { cases, directory, documents, informationRequests, reviewSchedules } from '../schema';
import { runsOut } from './expiring-documents';
import { isOpen } from './requests';

/** How many customers of the scope stand in each state at each level, by an index alone. */
export async function countMix(db: DbOrTx, tenantId: string, scope: CustomerScope): Promise<MixCount[]> {
  return db
    .select({ state: directory.kycState, level: directory.riskLevelId, count: count() })
    .from(directory)
    .where(inScope(directory, tenantId, scope))
    .groupBy(directory.kycState, directory.riskLevelId);
}

/**
 * How many reviews of the scope are behind `today`, and how many are due in each of the months from its own on, by an index alone.
 * `month` is null for those behind.
 */
export async function countReviews(db: DbOrTx, tenantId: string, scope: CustomerScope, today: string) {
  const days = db
    .select({ dueOn: reviewSchedules.dueOn, reviews: count().as('reviews') })
    .from(reviewSchedules)
    .where(
      and(
        inScope(reviewSchedules, tenantId, scope),
        sql`${reviewSchedules.dueOn} < date_trunc('month', ${today}::date) + ${REVIEW_MONTHS}::int * interval '1 month'`,
      ),
    )
    .groupBy(reviewSchedules.dueOn)
    .as('days');
  const month = sql<
    string | null
  >`case when ${days.dueOn} >= ${today}::date then to_char(${days.dueOn}, 'YYYY-MM') end`;
  return db
    .select({ month, count: sql<number>`sum(${days.reviews})::int` })
    .from(days)
    .groupBy(sql`1`);
}

/** The cases by stage, whether they are late, and for how long they have been in the queue. */
export async function countCases(db: DbOrTx, tenantId: string, today: string): Promise<QueueCounts['cases']> {
  const days = sql`${today}::date - (${cases.openedAt} at time zone 'UTC')::date`;
  const starts = sql.raw(AGE_BUCKETS.map(({ from }) => from).join(', '));
  return db
    .select({
      stage: cases.stage,
      isOverdue: isLate(today),
      age: sql<number>`greatest(width_bucket(${days}, array[${starts}]) - 1, 0)`,
      count: count(),
    })
    .from(cases)
    .where(eq(cases.tenantId, tenantId))
    .groupBy(sql`1`, sql`2`, sql`3`);
}

/** The cases by whose they are, stage, and whether they are late. */
export async function countAssignees(
  db: DbOrTx,
  tenantId: string,
  today: string,
): Promise<QueueCounts['assignees']> {
  return db
    .select({ staffId: cases.assigneeId, stage: cases.stage, isOverdue: isLate(today), count: count() })
    .from(cases)
    .where(eq(cases.tenantId, tenantId))
    .groupBy(sql`1`, sql`2`, sql`3`);
}

/** What waits for a second person, by who proposed it. */
export async function countProposals(db: DbOrTx, tenantId: string): Promise<QueueCounts['proposals']> {
  return db
    .select({ makerId: cases.makerId, count: count() })
    .from(cases)
    .where(and(eq(cases.tenantId, tenantId), eq(cases.stage, 'awaitingSecond')))
    .groupBy(cases.makerId);
}

/** How many of an employee's customers have a current document that runs out within each of the warnings' days. */
export async function countExpiring(db: DbOrTx, tenantId: string, employeeId: string, today: string) {
  const soonest = db
    .select({
      submissionId: documents.submissionId,
      expiryDate: sql`min(${documents.expiryDate})`.as('soonest'),
    })
    .from(documents)
    .innerJoin(directory, eq(directory.submissionId, documents.submissionId))
    .where(
      and(
        eq(directory.tenantId, tenantId),
        eq(directory.employeeId, employeeId),
        runsOut(today, Math.max(...EXPIRY_WARNINGS)),
      ),
    )
    .groupBy(documents.submissionId)
    .as('soonest');
  const within = (days: number) =>
    sql<number>`count(*) filter (where ${soonest.expiryDate} <= ${today}::date + ${days}::int)::int`;
  const shape = Object.fromEntries(EXPIRY_WARNINGS.map((days) => [String(days), within(days)]));
  const [counted] = await db.select(shape).from(soonest);
  return EXPIRY_WARNINGS.toSorted((a, b) => a - b).map((days) => ({
    days,
    count: counted?.[String(days)] ?? 0,
  }));
}

/** The employee's customers whose answer has been waited for longest, with how much is asked of them. */
export async function longestAsked(db: DbOrTx, tenantId: string, employeeId: string, limit: number) {
  const since = sql<Date>`min(${informationRequests.createdAt})`.mapWith(informationRequests.createdAt);
  return db
    .select({ submissionId: informationRequests.submissionId, open: count(), since })
    .from(informationRequests)
    .innerJoin(directory, eq(directory.submissionId, informationRequests.submissionId))
    .where(and(isOpen, eq(directory.tenantId, tenantId), eq(directory.employeeId, employeeId)))
    .groupBy(informationRequests.submissionId)
    .orderBy(since, informationRequests.submissionId)
    .limit(limit);
}

function isLate(today: string) {
  return sql<boolean>`${cases.dueOn} < ${today}::date`;
}

function inScope(
  table: typeof directory | typeof reviewSchedules,
  tenantId: string,
  scope: CustomerScope,
): SQL | undefined {
  const ofTenant = eq(table.tenantId, tenantId);
  if (scope.kind === 'tenant') return ofTenant;
  return scope.employeeId === null ? sql`false` : and(ofTenant, eq(table.employeeId, scope.employeeId));
}
