import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { riskOverrides } from '../../../db/schema';
import { describeOnEachDatabase } from '../../../db/testing';
import { aCall, TENANT } from '../fixtures.suite';
import { Deciding } from './decisions.suite';

describeOnEachDatabase('a level that a person sets', (kit) => {
  const on = new Deciding(() => kit.db());

  const told = async (id: string) => {
    const { riskAssessment } = await on.capture.kyc.getIndividualProfile(aCall(), { submissionId: id });
    return riskAssessment;
  };
  const overrides = (id: string) =>
    kit
      .db()
      .select()
      .from(riskOverrides)
      .where(eq(riskOverrides.submissionId, id))
      .orderBy(riskOverrides.createdAt);

  it('is told truly: what was calculated, what holds, who asked and why', async () => {
    const officer = await on.as('Ingrid');
    const id = await on.customer();
    const calculated = (await told(id)).calculatedRiskLevelId;
    expect(await on.decide(officer, id, { kind: 'changeLevel', riskLevelId: 'High' })).toMatchObject({
      state: 'effective',
    });
    expect(await told(id)).toMatchObject({
      riskLevelId: 'High',
      calculatedRiskLevelId: calculated,
      isOverridden: true,
      trigger: 'risk.overridden',
      override: { riskLevelId: 'High', reason: 'Because', requestedBy: 'Ingrid', approvedBy: null },
    });
    const details = await on.capture.kyc.getCustomerDetails(aCall(), { submissionId: id });
    expect(details.riskLevelId).toBe('High');
    expect(await on.case(id)).toMatchObject({ riskRank: 0 });
    const [newest] = await on.office.assessments(officer, id);
    expect(newest?.assessment).toMatchObject({ isOverridden: true, override: { requestedBy: 'Ingrid' } });
    expect(await on.events(id)).toContain('risk.overridden');
  });

  it('lowered, waits for a second person, who is told with it; it replaces the one before', async () => {
    const [maker, checker] = [await on.as('Ingrid'), await on.as('Omar')];
    const id = await on.customer();
    await on.decide(maker, id, { kind: 'changeLevel', riskLevelId: 'High' });
    const { decisionId, state } = await on.decide(maker, id, { kind: 'changeLevel', riskLevelId: 'Medium' });
    expect(state).toBe('awaitingSecond');
    expect((await told(id)).riskLevelId).toBe('High');
    await on.check(checker, id, decisionId);
    expect(await told(id)).toMatchObject({
      riskLevelId: 'Medium',
      override: { requestedBy: 'Ingrid', approvedBy: 'Omar' },
    });
    const [first, second, ...more] = await overrides(id);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ endedBecause: 'replaced' });
    expect(second).toMatchObject({ endedAt: null, decisionId, tenantId: TENANT });
    // It is the calculated one, set by people: it may hold for longer than they said at first.
    const longer = await on.decide(maker, id, {
      kind: 'changeLevel',
      riskLevelId: 'Medium',
      validUntil: '2027-04-30',
    });
    expect(longer).toMatchObject({ state: 'effective' });
    expect((await told(id)).override).toMatchObject({ validUntil: '2027-04-30' });
  });

  it('cannot be kept low for longer by one person', async () => {
    const [maker, checker] = [await on.as('Ingrid'), await on.as('Omar')];
    const id = await on.customer();
    const lower = (validUntil: string) =>
      on.decide(maker, id, { kind: 'changeLevel', riskLevelId: 'Low', validUntil });
    await on.check(checker, id, (await lower('2027-03-31')).decisionId);
    for (const validUntil of ['2027-04-01', '2027-03-30']) {
      const again = await lower(validUntil);
      expect(again.state).toBe('awaitingSecond');
      await on.check(checker, id, again.decisionId, 'decline');
    }
    expect(await overrides(id)).toMatchObject([{ validUntil: '2027-03-31', endedAt: null }]);
  });

  it('cannot be raised for a year by one person and for a day by the next', async () => {
    const [maker, other] = [await on.as('Ingrid'), await on.as('Omar')];
    const id = await on.customer();
    const raise = (call: typeof maker, validUntil: string) =>
      on.decide(call, id, { kind: 'changeLevel', riskLevelId: 'High', validUntil });
    expect(await raise(maker, '2027-03-31')).toMatchObject({ state: 'effective' });
    for (const call of [maker, other]) {
      const shorter = await raise(call, '2027-03-30');
      expect(shorter.state).toBe('awaitingSecond');
      await on.check(call === maker ? other : maker, id, shorter.decisionId, 'decline');
    }
    expect(await raise(maker, '2027-04-30')).toMatchObject({ state: 'effective' });
  });

  it('is not set once its last day went by while it waited', async () => {
    const [maker, checker] = [await on.as('Ingrid'), await on.as('Omar')];
    const id = await on.customer();
    const before = on.capture.now;
    const change = { kind: 'changeLevel', riskLevelId: 'Low', validUntil: '2027-01-31' } as const;
    const { decisionId } = await on.decide(maker, id, change);
    on.capture.now = new Date('2027-02-01T00:00:00Z');
    await expect(on.check(checker, id, decisionId)).rejects.toThrow(/last day/);
    expect(await on.check(checker, id, decisionId, 'decline')).toMatchObject({ state: 'declined' });
    on.capture.now = before;
  });

  it('of an approved customer is proposed in the queue, and leaves it once it holds', async () => {
    const [maker, checker] = [await on.as('Ingrid'), await on.as('Omar')];
    const id = await on.customer('Approved', { level: 'High' });
    expect(await on.case(id)).toMatchObject({});
    const { decisionId } = await on.decide(maker, id, { kind: 'changeLevel', riskLevelId: 'Medium' });
    expect(await on.case(id)).toMatchObject({ stage: 'awaitingSecond' });
    await on.check(checker, id, decisionId);
    expect(await on.submission(id)).toMatchObject({ kycState: 'Approved' });
    expect(await on.case(id)).toBeUndefined();
  });
});
