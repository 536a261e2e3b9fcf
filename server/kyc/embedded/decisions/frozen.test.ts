import { and, asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { KycCall } from '@/lib/kyc/api';
import { newId } from '@/lib/new-id';
import { reviewSchedules, riskAssessments, riskOverrides } from '../../../db/schema';
import { describeOnEachDatabase } from '../../../db/testing';
import { aCall, TENANT } from '../fixtures.suite';
import { openDueReviews } from '../open-reviews';
import { embeddedRiskModels, reassess } from '../risk-models';
import { stricter } from '../risk-models/risk-models.suite';
import { Deciding } from './decisions.suite';

const LAST_DAY = '2027-03-31';
const ITS_LAST_SECOND = new Date(`${LAST_DAY}T23:59:58Z`);
const signal = new AbortController().signal;

// By the model that the product comes with these customers are medium, by the one that is released here high.
describeOnEachDatabase('a level that a person set is frozen', (kit) => {
  const on = new Deciding(() => kit.db());
  const parts = () => ({ db: kit.db(), clock: () => on.capture.now, newId });

  /** A customer whose level two people lowered, until its last day. */
  async function lowered(state: 'ComplianceReview' | 'Approved' = 'ComplianceReview') {
    const [maker, checker] = await officers();
    const id = await on.customer(state);
    const change = { kind: 'changeLevel', riskLevelId: 'Low', validUntil: LAST_DAY } as const;
    const { decisionId, state: waits } = await on.decide(maker, id, change);
    expect(waits).toBe('awaitingSecond');
    await on.check(checker, id, decisionId);
    return id;
  }
  const officers = async (): Promise<[KycCall, KycCall]> => [await on.as('Ingrid'), await on.as('Omar')];

  async function release(): Promise<number> {
    const [maker, checker] = await officers();
    const models = embeddedRiskModels(parts());
    const from = (await models.versions(maker)).find(({ isInForce }) => isInForce);
    const { version } = await models.startDraft(maker, { version: from?.version ?? 0 });
    const { definition } = await models.version(maker, version);
    stricter(definition);
    const seen = { version, ...(await models.changeDraft(maker, { version, revision: 1, definition })) };
    await models.propose(maker, { ...seen, note: 'Stricter' });
    await models.release(checker, seen);
    return version;
  }
  const assessEverybody = (modelVersion: number) =>
    reassess(parts())({ tenantId: TENANT, modelVersion }, signal);
  const openReviews = () => openDueReviews({ ...parts(), signal });

  const told = async (id: string) =>
    (await on.capture.kyc.getIndividualProfile(aCall(), { submissionId: id })).riskAssessment;
  const overrides = (id: string) =>
    kit.db().select().from(riskOverrides).where(eq(riskOverrides.submissionId, id));
  const assessmentsBy = (id: string, modelVersion: number) =>
    kit
      .db()
      .select()
      .from(riskAssessments)
      .where(and(eq(riskAssessments.submissionId, id), eq(riskAssessments.modelVersion, modelVersion)))
      .orderBy(asc(riskAssessments.assessedAt));

  it('against a model that is released, whose assessment is kept beside it; one person is enough for nobody else', async () => {
    const [officer] = await officers();
    const [id, plain, raised] = [await lowered(), await on.customer(), await on.customer()];
    expect(await told(id)).toMatchObject({ riskLevelId: 'Low', calculatedRiskLevelId: 'Medium' });
    const version = await release();
    // Not assessed by it yet, and judged by it all the same.
    expect(await on.decide(officer, plain)).toMatchObject({ state: 'awaitingSecond' });
    const toMedium = { kind: 'changeLevel', riskLevelId: 'Medium' } as const;
    expect(await on.decide(officer, raised, toMedium)).toMatchObject({ state: 'awaitingSecond' });

    on.capture.pass(1_000);
    expect(await assessEverybody(version)).toBe('done');
    expect(await told(plain)).toMatchObject({ riskLevelId: 'High' });
    const held = { riskLevelId: 'Low', calculatedRiskLevelId: 'High', isOverridden: true };
    expect(await told(id)).toMatchObject({ ...held, modelVersion: version, trigger: 'model.released' });
    expect(await assessmentsBy(id, version)).toHaveLength(1);
    // What does not bear on the risk changes nothing of it.
    await on.change(id);
    expect(await told(id)).toMatchObject({
      ...held,
      override: { requestedBy: 'Ingrid', approvedBy: 'Omar' },
    });
    expect(await overrides(id)).toMatchObject([{ endedAt: null }]);
  });

  it('until what it rests on changes', async () => {
    const id = await lowered();
    await on.capture.document(id, 'Passport');
    await on.change(id);
    expect(await told(id)).toMatchObject({ riskLevelId: 'Medium', isOverridden: false, override: null });
    expect(await overrides(id)).toMatchObject([{ endedBecause: 'evidence' }]);
    expect((await on.events(id)).filter((type) => type === 'risk.override_ended')).toHaveLength(1);
  });

  it('to the last second of its last day, for who decides, and no longer', async () => {
    const [maker, checker] = await officers();
    const [within, after, changed] = [await lowered(), await lowered(), await lowered()];
    on.capture.now = ITS_LAST_SECOND;
    // `decide` takes a second.
    expect(await on.decide(maker, within)).toMatchObject({ state: 'effective' });
    on.capture.now = new Date(ITS_LAST_SECOND.getTime() + 1_000);
    const { decisionId, state } = await on.decide(maker, after);
    expect(state).toBe('awaitingSecond');
    await on.check(checker, after, decisionId);
    expect(await told(after)).toMatchObject({ riskLevelId: 'High', isOverridden: false });
    await on.change(changed);
    expect(await told(changed)).toMatchObject({ riskLevelId: 'High', isOverridden: false });
    for (const id of [after, changed])
      expect(await overrides(id)).toMatchObject([{ endedBecause: 'expired' }]);
    expect(await overrides(within)).toMatchObject([{ endedAt: null }]);
    await openReviews();
    expect(await overrides(within)).toMatchObject([{ endedBecause: 'expired' }]);
  });

  it('and the customer is looked at again, as high as the model says, once a lowered level has run out', async () => {
    on.capture.now = new Date('2027-01-10T09:00:00Z');
    const id = await lowered('Approved');
    const scheduled = () =>
      kit.db().select().from(reviewSchedules).where(eq(reviewSchedules.submissionId, id));
    expect(await scheduled()).toMatchObject([{ dueOn: '2027-04-01', because: 'overrideEnded' }]);
    on.capture.now = ITS_LAST_SECOND;
    expect(await openReviews()).toMatchObject({ ended: 0 });
    expect(await on.submission(id)).toMatchObject({ kycState: 'Approved' });
    on.capture.now = new Date('2027-04-01T00:00:00Z');
    expect(await openReviews()).toMatchObject({ ended: 1 });
    expect(await told(id)).toMatchObject({ riskLevelId: 'High', trigger: 'override.ended' });
    expect(await on.submission(id)).toMatchObject({ kycState: 'ComplianceReview' });
    expect(await on.case(id)).toMatchObject({ because: 'reviewDue', riskRank: 0, dueOn: '2027-04-01' });
    const [officer] = await officers();
    expect(await on.decide(officer, id)).toMatchObject({ state: 'awaitingSecond' });
  });

  it('and ends once, whichever of its end and a re-assessment comes first', async () => {
    on.capture.now = new Date('2027-02-10T09:00:00Z');
    const ids: string[] = [];
    while (ids.length < 6) ids.push(await lowered(ids.length % 2 === 0 ? 'Approved' : 'ComplianceReview'));
    const version = await release();
    on.capture.now = new Date('2027-04-01T00:00:00Z');
    await Promise.all([assessEverybody(version), openReviews(), openReviews()]);
    await openReviews();
    for (const id of ids) {
      expect(await told(id)).toMatchObject({
        riskLevelId: 'High',
        isOverridden: false,
        modelVersion: version,
      });
      expect(await overrides(id)).toMatchObject([{ endedBecause: 'expired' }]);
      expect((await on.events(id)).filter((type) => type === 'risk.override_ended')).toHaveLength(1);
      expect(await on.submission(id)).toMatchObject({ kycState: 'ComplianceReview' });
    }
  });
});
