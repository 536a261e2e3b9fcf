import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_CASE_SETTINGS } from '@/lib/kyc/case-settings';
import type { DocumentType, KycState } from '@/lib/kyc/contract/lists';
import { newId } from '@/lib/new-id';
import type { Tx } from '../../db/client';
import { insertDocuments } from '../../db/queries/documents';
import { auditEvents, caseSettings, reviewSchedules } from '../../db/schema';
import { describeOnEachDatabase } from '../../db/testing';
import { inTransaction } from '../../db/transaction';
import { addCustomer } from './add-customer';
import { type Change, changeSubmission, type HeldSubmission, holdSubmission } from './change';
import { aCall, aForm, anEmployee, aPerson, decided, NOW, TENANT } from './fixtures.suite';
import { getProfile } from './profiles';

describeOnEachDatabase('the next review', (kit) => {
  let submissionId = '';
  let now = NOW;
  const parts = () => ({ db: kit.db(), clock: () => now, newId });

  beforeEach(async () => {
    now = NOW;
    const ground = { employeeId: await anEmployee(kit.db()), formId: await aForm(kit.db()) };
    const added = await addCustomer(parts())(aCall(), aPerson(ground, { sendEmail: false }));
    submissionId = added.submissionId;
  });

  const change = (what: (tx: Tx, held: HeldSubmission) => Promise<Change> | Change) =>
    inTransaction(kit.db(), async (tx) => {
      const held = await holdSubmission(tx, aCall(), submissionId);
      await changeSubmission(tx, parts(), { call: aCall(), at: now }, held, await what(tx, held));
    });
  const move = (state: KycState, trigger = 'test') =>
    change(async (tx) => {
      await decided(tx, submissionId, state);
      return { state, events: [], trigger };
    });
  const approve = async () => {
    for (const state of ['Onboarding', 'ComplianceReview', 'Approved'] as const) await move(state);
  };
  const hand = (documentTypeId: DocumentType, expiryDate: string | null = null) =>
    change(async (tx, held) => {
      const id = newId();
      const file = { fileName: 'a.pdf', originalFileName: 'a.pdf', contentType: 'application/pdf' };
      const stored = { sizeInBytes: 1, sha256: 'ab', storageKey: id, uploadedAt: now };
      const version = held.documents.filter((one) => one.documentTypeId === documentTypeId).length + 1;
      await insertDocuments(tx, [
        { id, submissionId, documentTypeId, version, expiryDate, ...file, ...stored },
      ]);
      const documents = [...held.documents, { documentTypeId, expiryDate: null }];
      return { documents, events: [], trigger: 'document.uploaded' };
    });
  const schedule = async () => {
    const rows = await kit
      .db()
      .select()
      .from(reviewSchedules)
      .where(eq(reviewSchedules.submissionId, submissionId));
    return rows[0];
  };
  const state = async () => (await holdOutside()).submission.kycState;
  const holdOutside = () => inTransaction(kit.db(), (tx) => holdSubmission(tx, aCall(), submissionId));

  describe('of who is approved', () => {
    test('counts from the approval, and is what the contract tells', async () => {
      await move('Onboarding');
      expect(await schedule()).toBeUndefined();
      await move('ComplianceReview');
      now = new Date('2026-12-31T23:30:00Z');
      await move('Approved');
      const { level } = (await schedule())?.basis ?? {};
      expect(await schedule()).toMatchObject({
        because: 'level',
        basis: { from: '2026-12-31', counted: 'decision' },
      });
      const years = { High: 2027, Medium: 2028, Low: 2029 };
      expect(await schedule()).toMatchObject({ dueOn: `${years[level ?? 'Low']}-12-31` });
      const told = await getProfile(parts(), 'IndividualCustomer')(aCall(), { submissionId });
      expect(told.riskAssessment.nextReviewDate).toBe((await schedule())?.dueOn);
    });

    test('is told before the approval as the level leads to it, by the months that the firm has set', async () => {
      const told = async () => {
        const profile = await getProfile(parts(), 'IndividualCustomer')(aCall(), { submissionId });
        return profile.riskAssessment.nextReviewDate;
      };
      const level = (await holdOutside()).assessment?.riskLevelId ?? 'Low';
      expect(await told()).toBe({ High: '2027-11-22', Medium: '2028-11-22', Low: '2029-11-22' }[level]);
      const reviewMonths = { High: 1, Medium: 2, Low: 3 };
      const value = { ...DEFAULT_CASE_SETTINGS, reviewMonths };
      await kit
        .db()
        .insert(caseSettings)
        .values({ tenantId: TENANT, value, changedBy: 'admin', changedAt: now });
      expect(await told()).toBe({ High: '2026-12-22', Medium: '2027-01-22', Low: '2027-02-22' }[level]);
      await kit.db().delete(caseSettings);
    });

    test('comes sooner where a document runs out before, and not once it is replaced', async () => {
      await hand('Other', '2027-01-15');
      await approve();
      expect(await schedule()).toMatchObject({ dueOn: '2027-01-15', because: 'documentExpired' });
      await hand('Other', '2040-01-15');
      expect(await state()).toBe('Approved');
      expect(await schedule()).toMatchObject({ because: 'level' });
    });

    test('is now where a document that counts is handed in, on record and in the same change', async () => {
      await approve();
      now = new Date('2027-02-03T08:00:00Z');
      await hand('Passport');
      expect(await state()).toBe('ComplianceReview');
      expect(await schedule()).toMatchObject({ dueOn: '2027-02-03', because: 'materialChange' });
      const moved = await kit
        .db()
        .select()
        .from(auditEvents)
        .where(
          and(eq(auditEvents.submissionId, submissionId), eq(auditEvents.type, 'submission.state_changed')),
        );
      expect(moved.map(({ data }) => data)).toContainEqual({ from: 'Approved', to: 'ComplianceReview' });
    });

    test('stays on its day when the review begins because the day has come, until it is decided', async () => {
      await approve();
      const due = (await schedule())?.dueOn;
      now = new Date('2031-01-01T08:00:00Z');
      await move('ComplianceReview', 'review.due');
      expect((await schedule())?.dueOn).toBe(due);
      await move('Approved');
      expect(await schedule()).toMatchObject({ basis: { from: '2031-01-01' } });
    });

    test('is none for who was rejected', async () => {
      await approve();
      await move('ComplianceReview', 'review.due');
      await move('Rejected');
      expect(await schedule()).toBeUndefined();
    });
  });
});
