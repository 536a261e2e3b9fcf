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
  });

  it('cannot be kept low for longer by one person', async () => {
    const [maker, checker] = [await on.as('Ingrid'), await on.as('Omar')];
    const id = await on.customer('ComplianceReview', { level: 'High' });
    const low = await on.decide(maker, id, { kind: 'changeLevel', riskLevelId: 'Low' });
    // The assessment that holds from here on is calculated from the answers, and below it nothing is set by one person.
    await on.check(checker, id, low.decisionId);
    const { calculatedRiskLevelId } = await told(id);
    const again = await on.decide(maker, id, {
      kind: 'changeLevel',
      riskLevelId: 'Low',
      validUntil: '2027-06-30',
    });
    expect(again.state).toBe(calculatedRiskLevelId === 'Low' ? 'effective' : 'awaitingSecond');
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
