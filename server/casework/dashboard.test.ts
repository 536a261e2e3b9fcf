import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { KYC_STATES, RISK_LEVELS } from '@/lib/kyc/contract/lists';
import { customerView } from '@/lib/kyc/customer-list';
import type { ReviewCounts } from '@/lib/kyc/dashboard';
import {
  agesOf,
  bookSize,
  mixAt,
  monthsAhead,
  openedWithin,
  waitingOf,
  workloadOf,
} from '@/lib/kyc/dashboard-sums';
import { CASE_STAGES } from '@/lib/kyc/decisions';
import { cases, dashboardCounts, directory, informationRequests, reviewSchedules } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { type DashboardReader, dashboardOf } from './dashboard';
import { countCustomers } from './directory';

const NOW = new Date('2026-11-22T10:00:00Z');
const TODAY = '2026-11-22';
const EMPLOYEES = ['employee-1', 'employee-2'] as const;
const STAFF = ['officer-1', 'officer-2'] as const;
const OFFICER: DashboardReader = { tenantId: 'tenant-1', role: 'compliance_officer', employeeId: null };
const MANAGER: DashboardReader = {
  tenantId: 'tenant-1',
  role: 'relationship_manager',
  employeeId: 'employee-1',
};

const daysAway = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const dayAway = (days: number) => daysAway(days).toISOString().slice(0, 10);

/** A customer with what the dashboards count of it; `queued` = a case opened so many days ago. */
const customer = fc.record({
  tenantId: fc.constantFrom('tenant-1', 'tenant-1', 'tenant-1', 'tenant-2'),
  employeeId: fc.constantFrom(...EMPLOYEES),
  kycState: fc.constantFrom(...KYC_STATES),
  riskLevelId: fc.option(fc.constantFrom(...RISK_LEVELS)),
  review: fc.option(fc.integer({ min: -40, max: 500 })),
  queued: fc.option(
    fc.record({
      stage: fc.constantFrom(...CASE_STAGES),
      age: fc.integer({ min: 0, max: 30 }),
      due: fc.integer({ min: -10, max: 10 }),
      assigneeId: fc.option(fc.constantFrom(...STAFF)),
      makerId: fc.constantFrom(...STAFF),
    }),
  ),
  isAsked: fc.boolean(),
});
type Customer = typeof customer extends fc.Arbitrary<infer T> ? T : never;

describeOnEachDatabase('what a dashboard counts', ({ db }) => {
  const dashboard = (reader: DashboardReader) => dashboardOf({ db: db(), clock: () => NOW }, reader);

  beforeEach(clear);

  async function clear() {
    for (const table of [cases, reviewSchedules, dashboardCounts]) await db().delete(table);
    await db().execute('truncate information_requests, directory cascade');
  }

  async function fill(customers: readonly Customer[]) {
    await clear();
    if (customers.length === 0) return;
    const ids = customers.map((_, at) => `customer-${at}`);
    const idOf = (at: number) => ids[at] ?? '';
    await db()
      .insert(directory)
      .values(
        customers.map(({ tenantId, employeeId, kycState, riskLevelId }, at) => ({
          submissionId: idOf(at),
          tenantId,
          employeeId,
          kycState,
          riskLevelId,
          userType: 'IndividualCustomer',
          displayName: `Customer ${at}`,
          email: `${at}@mail.example`,
          emailKey: `${at}@mail.example`,
          employeeName: employeeId,
          formId: 'form',
          formName: 'Form',
          createdAt: NOW,
          updatedAt: NOW,
        })),
      );
    const reviews = customers.flatMap(({ tenantId, employeeId, review }, at) =>
      review === null ? [] : [{ tenantId, employeeId, submissionId: idOf(at), dueOn: dayAway(review) }],
    );
    const basis = { level: 'Low' as const, months: 36, from: '2026-01-01' };
    if (reviews.length > 0) {
      await db()
        .insert(reviewSchedules)
        .values(reviews.map((one) => ({ ...one, because: 'level' as const, basis, setAt: NOW })));
    }
    const queue = customers.flatMap(({ tenantId, queued }, at) =>
      queued === null
        ? []
        : [
            {
              tenantId,
              submissionId: idOf(at),
              stage: queued.stage,
              because: 'submitted' as const,
              openedAt: daysAway(-queued.age),
              dueOn: dayAway(queued.due),
              riskRank: 2,
              assigneeId: queued.assigneeId,
              makerId: queued.stage === 'awaitingSecond' ? queued.makerId : null,
            },
          ],
    );
    if (queue.length > 0) await db().insert(cases).values(queue);
    const asked = customers.flatMap(({ tenantId, isAsked }, at) =>
      isAsked ? [{ id: `request-${at}`, tenantId, submissionId: idOf(at) }] : [],
    );
    const request = { reason: 'other', words: 'Please', requestedBy: 'officer-1', createdAt: NOW } as const;
    if (asked.length > 0) {
      await db()
        .insert(informationRequests)
        .values(asked.map((one) => ({ ...one, ...request })));
    }
  }

  const property = (check: (customers: Customer[]) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(fc.array(customer, { maxLength: 40 }), async (customers) => {
        await fill(customers);
        await check(customers);
      }),
      { numRuns: 12, seed: 4 },
    );

  it('is what the list shows that a number opens, for compliance and for each manager', () =>
    property(async () => {
      for (const reader of [OFFICER, MANAGER]) {
        const { counts } = await dashboard(reader).book();
        expect(bookSize(counts)).toBe((await countCustomers(db(), reader, customerView.parse({}))).count);
        for (const state of KYC_STATES) {
          for (const risk of RISK_LEVELS) {
            const listed = await countCustomers(db(), reader, customerView.parse({ state, risk }));
            expect(mixAt(counts.mix, state, risk)).toBe(listed.count);
          }
        }
      }
    }));

  it('counts reviews by their month, and apart from those the ones behind their day', () =>
    property(async (customers) => {
      const own = customers.filter(({ tenantId }) => tenantId === 'tenant-1');
      const days = own.flatMap(({ review }) => (review === null ? [] : [review]));
      const { reviews } = (await dashboard(OFFICER).book()).counts;
      expect(reviews.overdue).toBe(days.filter((review) => review < 0).length);
      for (const { month, count } of monthsAhead(reviews, TODAY)) {
        expect(count).toBe(days.filter((day) => day >= 0 && dayAway(day).startsWith(month)).length);
      }
    }));

  it('counts each case of the tenant once, by age, by whose it is, and by what the reader has to do', () =>
    property(async (customers) => {
      const queue = customers.flatMap(({ tenantId, queued }) =>
        tenantId === 'tenant-1' && queued ? [queued] : [],
      );
      const { counts } = await dashboard(OFFICER).queue();
      for (const { from, to, count } of agesOf(counts)) {
        expect(count).toBe(queue.filter(({ age }) => age >= from && (to === null || age <= to)).length);
        const { since, until } = openedWithin({ from, to }, TODAY);
        const between = queue.filter(({ age }) => {
          const opened = daysAway(-age).toISOString();
          return (!since || opened >= since) && (!until || opened < until);
        });
        expect(between).toHaveLength(count);
      }
      const load = workloadOf(counts);
      expect(load.reduce((sum, { count }) => sum + count, 0)).toBe(queue.length);
      expect(waitingOf(counts, 'officer-1')).toEqual({
        new: queue.filter(({ stage, assigneeId }) => stage === 'toDecide' && assigneeId === null).length,
        mine: queue.filter(({ assigneeId }) => assigneeId === 'officer-1').length,
        toCheck: queue.filter(({ stage, makerId }) => stage === 'awaitingSecond' && makerId !== 'officer-1')
          .length,
        waiting: queue.filter(({ stage }) => stage === 'waitingOnCustomer').length,
        overdue: queue.filter(({ due }) => due < 0).length,
      });
    }));

  it('tells a relationship manager of nobody else’s customer', () =>
    property(async (customers) => {
      const mine = new Set(
        customers.flatMap(({ tenantId, employeeId }, at) =>
          tenantId === 'tenant-1' && employeeId === 'employee-1' ? [`customer-${at}`] : [],
        ),
      );
      const home = dashboard(MANAGER);
      const { own, ...others } = await home.numbers();
      expect(others).toEqual({});
      expect(bookSize(own?.counts ?? { mix: [] })).toBe(mine.size);
      const named = [...(own?.counts.asked ?? []), ...(await home.owing())];
      for (const { submissionId } of named) expect(mine).toContain(submissionId);
    }));

  it('has nothing for a manager who is tied to no employee, and no risk for an admin', async () => {
    const one = {
      employeeId: 'employee-1',
      kycState: 'New',
      riskLevelId: 'High',
      review: 3,
      queued: null,
    } as const;
    await fill([{ ...one, tenantId: 'tenant-1', isAsked: true }]);
    const untied = dashboard({ ...MANAGER, employeeId: null });
    expect((await untied.own()).counts).toEqual({
      mix: [],
      reviews: { overdue: 0, months: [] },
      expiring: [],
      asked: [],
    });
    expect(await untied.owing()).toEqual([]);
    const { counts } = (await dashboard({ ...OFFICER, role: 'admin' }).numbers()).states ?? {};
    expect(counts).toEqual({ mix: [{ state: 'New', level: null, count: 1 }] });
  });
});

describe('the months ahead', () => {
  it('begin with the present one and run over the turn of the year', () => {
    const reviews: ReviewCounts = { overdue: 0, months: [{ month: '2027-01', count: 4 }] };
    const months = monthsAhead(reviews, TODAY);
    expect(months).toHaveLength(12);
    expect([months[0], months[2], months[11]]).toEqual([
      { month: '2026-11', count: 0 },
      { month: '2027-01', count: 4 },
      { month: '2027-10', count: 0 },
    ]);
  });
});
