import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { caseSettings, staffUsers } from '../../../db/schema';
import { describeOnEachDatabase } from '../../../db/testing';
import { aCall, TENANT } from '../fixtures.suite';
import { Deciding } from './decisions.suite';

describeOnEachDatabase('deciding about a customer', (kit) => {
  const on = new Deciding(() => kit.db());

  it('takes effect at once where one person is enough, and is told truly everywhere', async () => {
    const officer = await on.as('Ingrid');
    const id = await on.customer('ComplianceReview', { level: 'Low' });
    expect(await on.case(id)).toMatchObject({ stage: 'toDecide', because: 'submitted' });
    const { decisionId, state } = await on.decide(officer, id);
    expect(state).toBe('effective');
    expect(await on.decision(decisionId)).toMatchObject({ needsSecond: false, checkerId: null });
    const details = await on.capture.kyc.getCustomerDetails(aCall(), { submissionId: id });
    expect(details).toMatchObject({
      accountStatusId: 'Approved',
      pendingStateId: null,
      approvalClassificationState: 'Accepted',
    });
    expect(await on.case(id)).toBeUndefined();
    expect(await on.events(id)).toEqual(
      expect.arrayContaining(['decision.made', 'submission.state_changed']),
    );
  });

  it('waits for a second person where it must, and changes nothing until then', async () => {
    const [maker, checker] = [await on.as('Ingrid'), await on.as('Omar')];
    const id = await on.customer('ComplianceReview', { level: 'High' });
    const before = await on.version(id);
    const { decisionId, state } = await on.decide(maker, id);
    expect(state).toBe('awaitingSecond');
    expect(await on.submission(id)).toMatchObject({ kycState: 'ComplianceReview', version: before });
    expect(await on.case(id)).toMatchObject({
      stage: 'awaitingSecond',
      makerId: maker.actor.id,
      assigneeId: maker.actor.id,
    });
    await expect(on.decide(checker, id)).rejects.toMatchObject({ code: 409 });
    expect(await on.check(checker, id, decisionId)).toEqual({ decisionId, state: 'effective' });
    expect(await on.submission(id)).toMatchObject({ kycState: 'Approved', version: before + 1 });
    expect(await on.decision(decisionId)).toMatchObject({ checkerId: checker.actor.id, state: 'effective' });
    await expect(on.check(checker, id, decisionId)).rejects.toMatchObject({ code: 409 });
  });

  it('a declined and a withdrawn proposal leave the customer where it was', async () => {
    const [maker, checker] = [await on.as('Ingrid'), await on.as('Omar')];
    const id = await on.customer('ComplianceReview', { isPep: true });
    const first = await on.decide(maker, id, { kind: 'reject' });
    await on.check(checker, id, first.decisionId, 'decline');
    const second = await on.decide(maker, id);
    const seenVersion = await on.version(id);
    const withdrawal = { submissionId: id, decisionId: second.decisionId, seenVersion };
    await expect(on.office.withdraw(checker, withdrawal)).rejects.toMatchObject({ code: 409 });
    expect(await on.office.withdraw(maker, withdrawal)).toMatchObject({ state: 'withdrawn' });
    expect(await on.submission(id)).toMatchObject({ kycState: 'ComplianceReview' });
    expect(await on.case(id)).toMatchObject({ stage: 'toDecide', makerId: null });
    expect(await on.decision(first.decisionId)).toMatchObject({
      state: 'declined',
      checkerNote: 'I have looked',
    });
  });

  it('an escalated case goes back to the queue, marked', async () => {
    const officer = await on.as('Ingrid');
    const id = await on.customer();
    expect(await on.decide(officer, id, { kind: 'escalate' })).toMatchObject({ state: 'effective' });
    expect(await on.case(id)).toMatchObject({ escalatedBy: officer.actor.id, assigneeId: null });
    await expect(on.decide(officer, id, { kind: 'escalate' })).rejects.toMatchObject({ code: 409 });
  });

  it('is refused on a version that was not seen, and while the customer owes an answer', async () => {
    const officer = await on.as('Ingrid');
    const id = await on.customer('ComplianceReview', { level: 'Low' });
    const seen = await on.version(id);
    await on.capture.ask(id, { fieldId: 'income' });
    await expect(on.decide(officer, id)).rejects.toThrow(/asked for more/);
    await expect(on.decide(officer, id, { kind: 'reject', seenVersion: seen })).rejects.toThrow(
      /changed since you opened it/,
    );
  });

  it('a level holds for as long as the firm allows, and is another than there is', async () => {
    const officer = await on.as('Ingrid');
    const id = await on.customer('ComplianceReview', { level: 'Medium' });
    const level = (riskLevelId: 'Medium' | 'High', validUntil: string) =>
      on.decide(officer, id, { kind: 'changeLevel', riskLevelId, validUntil });
    await expect(level('Medium', '2027-01-01')).rejects.toMatchObject({ fields: [{ path: 'riskLevelId' }] });
    await expect(level('High', '2026-11-21')).rejects.toMatchObject({ fields: [{ path: 'validUntil' }] });
    await expect(level('High', '2027-11-23')).rejects.toMatchObject({ fields: [{ path: 'validUntil' }] });
    const value = { reviewMonths: { High: 12, Medium: 24, Low: 36 }, decisionDays: 5, overrideDays: 30 };
    const set = { tenantId: TENANT, value, changedBy: 'admin', changedAt: on.capture.now };
    await kit.db().insert(caseSettings).values(set);
    await expect(level('High', '2027-11-22')).rejects.toMatchObject({ fields: [{ path: 'validUntil' }] });
    expect(await level('High', '2026-12-01')).toMatchObject({ state: 'effective' });
    await kit.db().delete(caseSettings);
  });

  it('only an active member of the staff with the permission decides, even past every screen', async () => {
    const id = await on.customer();
    const leaver = await on.as('Lena');
    await kit.db().update(staffUsers).set({ isActive: false }).where(eq(staffUsers.id, leaver.actor.id));
    const nobody = { ...leaver, actor: { ...leaver.actor, id: 'no-such-person' } } as typeof leaver;
    for (const call of [
      aCall(),
      leaver,
      nobody,
      await on.as('Rami', 'relationship_manager'),
      await on.as('Anna', 'admin'),
      await on.as('Otto', 'compliance_officer', 'other-tenant'),
    ]) {
      await expect(on.decide({ ...call, tenantId: TENANT }, id)).rejects.toMatchObject({ code: 403 });
    }
    const stranger = await on.as('Otto', 'compliance_officer', 'other-tenant');
    await expect(on.decide(stranger, id)).rejects.toMatchObject({ code: 404 });
  });
});
