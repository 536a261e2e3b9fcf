import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CustomerScope } from '@/lib/auth/permissions';
import { RISK_LEVELS } from '@/lib/kyc/contract/lists';
import { REVIEW_SPANS, REVIEWS_PAGE, readReviewView, type ReviewView } from '@/lib/kyc/review-list';
import type { ReviewsOf } from '../db/queries/review-list';
import { dashboardCounts, directory, reviewSchedules } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { reviewMonths } from './review-months';
import { reviewsDesk } from './reviews';

const NOW = new Date('2026-11-22T10:00:00Z');
const EMPLOYEES = ['employee-1', 'employee-2'] as const;
const OFFICER = { tenantId: 'tenant-1', user: { role: 'compliance_officer', employeeId: null } } as const;
const MANAGER = {
  tenantId: 'tenant-1',
  user: { role: 'relationship_manager', employeeId: 'employee-1' },
} as const;

const dayAway = (days: number) => new Date(NOW.getTime() + days * 86_400_000).toISOString().slice(0, 10);

const review = fc.record({
  tenantId: fc.constantFrom('tenant-1', 'tenant-1', 'tenant-2'),
  employeeId: fc.constantFrom(...EMPLOYEES),
  level: fc.constantFrom(...RISK_LEVELS),
  // Narrow, so that many fall on one day.
  days: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -40, max: 430 })),
});
type Planned = typeof review extends fc.Arbitrary<infer T> ? T : never;

const filters = fc.record({
  level: fc.option(fc.constantFrom(...RISK_LEVELS), { nil: undefined }),
  employee: fc.option(fc.constantFrom(...EMPLOYEES), { nil: undefined }),
});

describeOnEachDatabase('the calendar of reviews', ({ db }) => {
  async function fill(planned: readonly Planned[]) {
    await db().delete(reviewSchedules);
    await db().execute('truncate directory cascade');
    const rows = planned.map((one, at) => ({ ...one, submissionId: `customer-${at}` }));
    if (rows.length === 0) return;
    await db()
      .insert(directory)
      .values(
        rows.map(({ submissionId, tenantId, employeeId, level }) => ({
          submissionId,
          tenantId,
          employeeId,
          kycState: 'Approved',
          riskLevelId: level,
          userType: 'IndividualCustomer',
          displayName: submissionId,
          email: `${submissionId}@mail.example`,
          emailKey: `${submissionId}@mail.example`,
          employeeName: employeeId,
          formId: 'form',
          formName: 'Form',
          createdAt: NOW,
          updatedAt: NOW,
        })),
      );
    await db()
      .insert(reviewSchedules)
      .values(
        rows.map(({ submissionId, tenantId, employeeId, level, days }) => ({
          submissionId,
          tenantId,
          employeeId,
          dueOn: dayAway(days),
          because: 'level' as const,
          basis: { level, months: 36, from: '2026-01-01' },
          setAt: NOW,
        })),
      );
  }

  /** Every line of a view, page after page. */
  async function listed(session: typeof OFFICER | typeof MANAGER, view: Partial<ReviewView>) {
    const desk = await reviewsDesk(session, NOW);
    const lines = [];
    let after: string | undefined;
    do {
      const page = await desk.list({ due: 'all', ...view, after });
      expect(page.reviews.length).toBeLessThanOrEqual(REVIEWS_PAGE);
      lines.push(...page.reviews);
      after = page.next ?? undefined;
      if (after !== undefined) expect(readReviewView({ after }).after).toBe(after);
    } while (after !== undefined);
    return lines;
  }

  it('holds the own customers or the tenant’s, each once and the longest due first, however many pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(review, { minLength: 40, maxLength: 170 }),
        filters,
        async (planned, filter) => {
          await fill(planned);
          for (const session of [OFFICER, MANAGER]) {
            const wanted = planned.flatMap((one, at) =>
              one.tenantId === 'tenant-1' &&
              (session === OFFICER || one.employeeId === 'employee-1') &&
              (filter.level ?? one.level) === one.level &&
              (filter.employee ?? one.employeeId) === one.employeeId
                ? `${dayAway(one.days)} customer-${at}`
                : [],
            );
            const lines = await listed(session, filter);
            const got = lines.map(({ dueOn, submissionId }) => `${dueOn} ${submissionId}`);
            expect(got.toSorted()).toEqual(wanted.toSorted());
            const days = lines.map(({ dueOn }) => dueOn);
            expect(days).toEqual(days.toSorted());
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('says above the list as many as each month of it holds, whatever is filtered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(review, { maxLength: 80 }), filters, async (planned, filter) => {
        await fill(planned);
        for (const session of [OFFICER, MANAGER]) {
          const desk = await reviewsDesk(session, NOW);
          const { overdue, months } = await desk.months(filter);
          expect(months[0]?.month).toBe('2026-11');
          for (const { month, count } of months)
            expect(await listed(session, { ...filter, month })).toHaveLength(count);
          expect(await listed(session, { ...filter, due: 'overdue' })).toHaveLength(overdue);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('keeps the counts of many reviews apart by whose they are, and serves them for a moment', async () => {
    await db().delete(dashboardCounts);
    const planned = (
      employeeId: (typeof EMPLOYEES)[number],
      level: 'Low' | 'High',
      days: number,
    ): Planned[] =>
      Array.from({ length: days }, () => ({ tenantId: 'tenant-1', employeeId, level, days: 1 }));
    await fill([...planned('employee-1', 'Low', 4), ...planned('employee-2', 'High', 3)]);
    const look = async (scope: CustomerScope, of: ReviewsOf, seconds = 0) => {
      const now = new Date(NOW.getTime() + seconds * 1_000);
      const { months } = await reviewMonths(
        { db: db(), now, tenantId: 'tenant-1', scope, atEachLook: 2 },
        of,
      );
      return months[0]?.count;
    };
    const all = { kind: 'tenant' } as const;
    const own = (employeeId: string) => ({ kind: 'employee', employeeId }) as const;
    const looks = async (seconds?: number) => [
      await look(all, {}, seconds),
      await look(all, { level: 'High' }, seconds),
      await look(all, { employeeId: 'employee-1' }, seconds),
      await look(own('employee-1'), {}, seconds),
      await look(own('employee-2'), {}, seconds),
      await look(own('employee-2'), { level: 'Low' }, seconds),
      await look(own('employee-1'), { employeeId: 'employee-2' }, seconds),
    ];
    expect(await looks()).toEqual([7, 3, 4, 4, 3, 0, 0]);
    await db().delete(reviewSchedules).where(eq(reviewSchedules.submissionId, 'customer-0'));
    await db().update(dashboardCounts).set({ tookMs: 1 });
    expect(await looks(1)).toEqual([7, 3, 4, 4, 3, 0, 0]);
    expect(await looks(3)).toEqual([6, 3, 3, 3, 3, 0, 0]);
  });

  it('looks as far as the span says, today in each that looks ahead', async () => {
    const days = [-1, 0, 30, 31, 90, 91];
    await fill(
      days.map((day) => ({ tenantId: 'tenant-1', employeeId: 'employee-1', level: 'Low', days: day })),
    );
    const found = async (due: ReviewView['due']) => (await listed(OFFICER, { due })).map((line) => line.days);
    const spans = Object.fromEntries(
      await Promise.all(REVIEW_SPANS.map(async (due) => [due, await found(due)] as const)),
    );
    expect(spans).toEqual({ overdue: [-1], soon: [0, 30], quarter: [0, 30, 31, 90], all: days });
  });

  it.each([
    { after: '2026-99-99_customer' },
    { after: '2026-11-22_a\0b' },
    { month: '0000-01' },
    { month: '9999-12' },
  ])('takes what is no view of it for none (%j)', async (query) => {
    const desk = await reviewsDesk(OFFICER, NOW);
    expect(await desk.list(readReviewView(query))).toEqual(await desk.list(readReviewView({})));
  });
});
