import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { KycState } from '@/lib/kyc/contract/lists';
import { newId } from '@/lib/new-id';
import { caseSettingsDesk } from '../casework/case-settings';
import { insertOverride } from '../db/queries/overrides';
import { scheduleReviews } from '../db/queries/review-schedule';
import {
  auditEvents,
  cases,
  decisions,
  profileVersions,
  reviewSchedules,
  riskAssessments,
  riskOverrides,
  submissions,
} from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { inTransaction } from '../db/transaction';
import { addCustomer } from '../kyc/embedded/add-customer';
import { changeSubmission, holdSubmission } from '../kyc/embedded/change';
import { aCall, aForm, anEmployee, aPerson, decided, NOW, TENANT } from '../kyc/embedded/fixtures.suite';
import { ModelGround } from '../kyc/embedded/risk-models/risk-models.suite';
import { openDueReviews } from '../kyc/reviews';
import { reschedule } from './reschedule';
import { tasksOf } from './tasks';

/** How many reviews are due at once. */
const DUE = 220;
const LATER = new Date('2031-06-01T03:07:00Z');

describeOnEachDatabase('reviews that come due', (kit) => {
  const parts = (at = NOW) => ({ db: kit.db(), clock: () => at, newId });
  const open = (at: Date, signal = new AbortController().signal) => openDueReviews({ ...parts(at), signal });

  /** Customers of this test alone: those of the tests before are taken off the calendar. */
  beforeEach(async () => {
    await kit.db().delete(reviewSchedules);
  });

  async function approved(count: number): Promise<string[]> {
    const ground = { employeeId: await anEmployee(kit.db()), formId: await aForm(kit.db()) };
    const ids: string[] = [];
    for (let made = 0; made < count; made += 1) {
      const person = aPerson(ground, { sendEmail: false });
      const { submissionId } = await addCustomer(parts())(aCall(), person);
      for (const state of ['Onboarding', 'ComplianceReview', 'Approved'] as const)
        await move(submissionId, state);
      ids.push(submissionId);
    }
    return ids;
  }
  const move = (submissionId: string, state: KycState) =>
    inTransaction(kit.db(), async (tx) => {
      await decided(tx, submissionId, state);
      const held = await holdSubmission(tx, aCall(), submissionId);
      const context = { call: aCall(), at: NOW };
      await changeSubmission(tx, parts(), context, held, { state, events: [], trigger: 'test' });
    });
  const openedEvents = (ids: string[]) =>
    kit
      .db()
      .select({ id: auditEvents.submissionId })
      .from(auditEvents)
      .where(and(inArray(auditEvents.submissionId, ids), eq(auditEvents.type, 'review.opened')));

  describe('the job', () => {
    test('moves them to compliance, as a case, on record, and once', async () => {
      const [first = '', second = ''] = await approved(2);
      await kit
        .db()
        .update(reviewSchedules)
        .set({ dueOn: '2031-06-02' })
        .where(eq(reviewSchedules.submissionId, second));
      await kit
        .db()
        .update(reviewSchedules)
        .set({ dueOn: '2031-06-01' })
        .where(eq(reviewSchedules.submissionId, first));
      expect(await open(LATER)).toEqual({ ended: 0, opened: 1 });
      expect(await open(LATER)).toEqual({ ended: 0, opened: 0 });
      const [row] = await kit.db().select().from(cases).where(eq(cases.submissionId, first));
      expect(row).toMatchObject({ because: 'reviewDue', stage: 'toDecide', dueOn: '2031-06-01' });
      expect(await openedEvents([first, second])).toEqual([{ id: first }]);
      const left = await kit.db().select().from(submissions).where(eq(submissions.id, second));
      expect(left[0]?.kycState).toBe('Approved');
    });

    test('goes on after a kill in its middle, and is shared by two at once', async () => {
      // More than are read at once.
      const ids = await new ModelGround(kit.db).book(DUE);
      await inTransaction(kit.db(), (tx) => scheduleReviews(tx, ids, NOW));
      const killed = new AbortController();
      let asked = 0;
      const dying = {
        ...parts(LATER),
        signal: killed.signal,
        newId: () => {
          asked += 1;
          if (asked > 120) killed.abort();
          return newId();
        },
      };
      const before = await openDueReviews(dying);
      expect(before.opened).toBeGreaterThan(0);
      expect(before.opened).toBeLessThan(ids.length);
      await Promise.all([open(LATER), open(LATER)]);
      await open(LATER);
      const events = await openedEvents(ids);
      expect(events.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
      const kept = await kit
        .db()
        .select({ id: profileVersions.submissionId })
        .from(profileVersions)
        .where(and(inArray(profileVersions.submissionId, ids), eq(profileVersions.trigger, 'review.due')));
      expect(kept).toHaveLength(DUE);
      expect(await kit.db().$count(cases, inArray(cases.submissionId, ids))).toBe(DUE);
    });

    test('asks for another run where its time was up before the work was', async () => {
      const env = { origin: 'http://localhost', mailFrom: 'kyc@example.com', smtpUrl: undefined };
      for (const name of ['open-reviews', 'assess-expired']) {
        const job = tasksOf(kit.db(), env).find((one) => one.name === name);
        expect(await job?.run({}, AbortSignal.abort())).toBe('more');
        expect(await job?.run({}, new AbortController().signal)).toBe('done');
      }
    });

    test('ends a level that has run out: the calculated one is in force, and the customer looked at', async () => {
      const [submissionId = ''] = await approved(1);
      const [before] = await kit
        .db()
        .select()
        .from(riskAssessments)
        .where(eq(riskAssessments.submissionId, submissionId));
      const riskLevelId = before?.calculatedRiskLevelId === 'Low' ? 'Medium' : 'Low';
      await inTransaction(kit.db(), async (tx) => {
        const [decisionId, id] = [newId(), newId()];
        const decided = { makerId: 'a', madeAt: NOW, checkerId: 'b', closedAt: NOW, seenVersion: 4 };
        const of = { tenantId: TENANT, submissionId };
        await tx.insert(decisions).values({
          id: decisionId,
          ...of,
          kind: 'changeLevel',
          state: 'effective',
          needsSecond: true,
          riskLevelId,
          validUntil: '2027-03-31',
          ...decided,
        });
        await insertOverride(tx, {
          id,
          ...of,
          decisionId,
          riskLevelId,
          validUntil: '2027-03-31',
          createdAt: NOW,
        });
        const held = await holdSubmission(tx, aCall(), submissionId);
        await changeSubmission(tx, parts(), { call: aCall(), at: NOW }, held, {
          override: { id, riskLevelId },
          events: [],
          trigger: 'decision.changeLevel',
        });
      });
      const [scheduled] = await kit.db().select().from(reviewSchedules);
      expect(scheduled).toMatchObject({ dueOn: '2027-04-01', because: 'overrideEnded' });
      expect(await open(new Date('2027-03-31T23:00:00Z'))).toEqual({ ended: 0, opened: 0 });
      expect(await open(new Date('2027-04-01T00:07:00Z'))).toEqual({ ended: 1, opened: 1 });
      const [override] = await kit
        .db()
        .select()
        .from(riskOverrides)
        .where(eq(riskOverrides.submissionId, submissionId));
      expect(override).toMatchObject({ endedBecause: 'expired' });
      const [now] = await kit
        .db()
        .select()
        .from(riskAssessments)
        .where(eq(riskAssessments.submissionId, submissionId))
        .orderBy(sql`assessed_at desc`)
        .limit(1);
      expect(now).toMatchObject({
        trigger: 'override.ended',
        riskLevelId: before?.calculatedRiskLevelId,
        overrideId: null,
      });
    });
  });

  describe('the settings', () => {
    const signal = new AbortController().signal;

    test('say before how many become overdue, and set the calendar anew', async () => {
      const ids = await approved(3);
      const [one = ''] = ids;
      await kit
        .db()
        .update(reviewSchedules)
        .set({ basis: sql`jsonb_set(basis, '{from}', '"2024-01-31"')`, dueOn: '2030-01-01' })
        .where(eq(reviewSchedules.submissionId, one));
      const desk = await caseSettingsDesk(aCall());
      const { value, revision } = await desk.read();
      const changed = { ...value, reviewMonths: { High: 1, Medium: 1, Low: 1 } };
      const counts = { now: { count: 0, more: false }, then: { count: 1, more: false } };
      expect(await desk.preview(changed, 'admin')).toEqual(counts);
      expect(await desk.preview(changed, 'compliance_officer')).toEqual({
        ...counts,
        becoming: [{ submissionId: one, name: expect.any(String), dueOn: '2024-02-29' }],
      });
      const rarely = { ...value, reviewMonths: { High: 120, Medium: 120, Low: 120 } };
      expect(await desk.preview(rarely, 'compliance_officer')).toMatchObject({ becoming: [] });
      const saved = await desk.save(changed, revision);
      await expect(desk.save(value, revision)).rejects.toMatchObject({ code: 409 });
      expect(await reschedule(kit.db(), { tenantId: TENANT, ...saved }, signal, () => NOW)).toBe('done');
      const rows = await kit.db().select().from(reviewSchedules).where(ne(reviewSchedules.submissionId, ''));
      expect(rows.map(({ basis }) => basis.months)).toEqual([1, 1, 1]);
      expect(await desk.progress(saved.revision)).toEqual({ done: 3, total: 3, isFinished: true });
      await inTransaction(kit.db(), (tx) => scheduleReviews(tx, ids, NOW));
      expect(await kit.db().select().from(reviewSchedules)).toEqual(rows);
      const events = await kit
        .db()
        .select()
        .from(auditEvents)
        .where(eq(auditEvents.type, 'case_settings.changed'));
      expect(events.at(-1)?.data).toMatchObject({ to: { 'reviewMonths.Low': 1 } });
    });

    test('say of a review that has begun that it stays overdue, as it does', async () => {
      const [id = ''] = await approved(1);
      await kit.db().update(reviewSchedules).set({ dueOn: '2026-11-20' });
      await open(NOW);
      const desk = await caseSettingsDesk(aCall());
      const { value, revision } = await desk.read();
      const rarely = { ...value, reviewMonths: { High: 120, Medium: 120, Low: 120 } };
      const one = { count: 1, more: false };
      expect(await desk.preview(rarely, 'admin')).toEqual({ now: one, then: one });
      const saved = await desk.save(rarely, revision);
      expect(await reschedule(kit.db(), { tenantId: TENANT, ...saved }, signal, () => NOW)).toBe('done');
      const rows = await kit.db().select().from(reviewSchedules);
      expect(rows).toMatchObject([{ submissionId: id, dueOn: '2026-11-20' }]);
    });
  });
});
