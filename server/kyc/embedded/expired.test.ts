import { and, asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { newId } from '@/lib/new-id';
import type { Facts } from '@/lib/risk/facts';
import { documents, profileVersions, reviewSchedules, riskAssessments, riskOverrides } from '../../db/schema';
import { describeOnEachDatabase } from '../../db/testing';
import { aCall } from './fixtures.suite';
import { Deciding } from './decisions/decisions.suite';
import { assessExpired } from './expired';

const LAST_DAY = '2027-01-31';
const VALID = new Date(`${LAST_DAY}T23:59:59Z`);
const EXPIRED = new Date('2027-02-01T00:00:00Z');

describeOnEachDatabase('a document that expires', (kit) => {
  const on = new Deciding(() => kit.db());
  const parts = (at: Date) => ({ db: kit.db(), clock: () => at, newId });
  const run = (at: Date) => assessExpired({ ...parts(at), signal: new AbortController().signal });

  /** A customer in a state, assessed with a passport that is valid to its last day. */
  async function withPassport(state: 'ComplianceReview' | 'Approved' | 'Rejected' = 'ComplianceReview') {
    const id = await on.customer(state);
    const passport = await on.capture.document(id, 'Passport', { expiryDate: LAST_DAY });
    await on.change(id);
    return { id, passport };
  }
  const assessments = (id: string) =>
    kit
      .db()
      .select()
      .from(riskAssessments)
      .where(eq(riskAssessments.submissionId, id))
      .orderBy(asc(riskAssessments.assessedAt), asc(riskAssessments.id));
  const expiredIn = (facts: unknown) => (facts as Facts).known.documentsExpired?.value;
  const noted = async (id: string) => {
    const rows = await kit.db().select().from(documents).where(eq(documents.submissionId, id));
    return rows.map(({ expiredAt }) => expiredAt);
  };

  it('has the customer assessed anew, on record, the moment after its last day, and once', async () => {
    const { id, passport } = await withPassport();
    const before = await assessments(id);
    expect(expiredIn(before.at(-1)?.facts)).toBe(0);
    expect(await run(VALID)).toBe(0);
    expect(await run(EXPIRED)).toBe(1);
    expect(await run(EXPIRED)).toBe(0);
    const [last, ...more] = (await assessments(id)).slice(before.length);
    expect(more).toEqual([]);
    expect(last).toMatchObject({ trigger: 'document.expired', assessedAt: EXPIRED });
    expect(expiredIn(last?.facts)).toBe(1);
    expect(await noted(id)).toEqual([EXPIRED]);
    expect((await on.events(id)).slice(-2).toSorted()).toEqual(['document.expired', 'risk.assessed']);
    const [version] = await kit
      .db()
      .select()
      .from(profileVersions)
      .where(and(eq(profileVersions.submissionId, id), eq(profileVersions.trigger, 'document.expired')));
    expect(version).toMatchObject({ assessmentId: last?.id, actorKind: 'system' });
    expect(passport).toEqual(expect.any(String));
  });

  it.each(['Approved', 'Rejected'] as const)('counts for who is %s as well, who stays so', async (state) => {
    const { id } = await withPassport();
    await on.capture.document(id, 'ProofofAddress', { expiryDate: '2030-01-01' });
    const officers = [await on.as('Ingrid'), await on.as('Omar')] as const;
    const kind = state === 'Approved' ? 'approve' : 'reject';
    const { decisionId, state: decided } = await on.decide(officers[0], id, { kind });
    if (decided === 'awaitingSecond') await on.check(officers[1], id, decisionId);
    expect(await run(EXPIRED)).toBe(1);
    expect(await on.submission(id)).toMatchObject({ kycState: state });
    const scheduled = await kit
      .db()
      .select()
      .from(reviewSchedules)
      .where(eq(reviewSchedules.submissionId, id));
    const due = { dueOn: LAST_DAY, because: 'documentExpired', basis: { documentTypeId: 'Passport' } };
    expect(scheduled).toMatchObject(state === 'Approved' ? [due] : []);
  });

  it('changes nothing where a newer one counts, and is not looked at again', async () => {
    const { id } = await withPassport();
    await on.capture.document(id, 'Passport', { expiryDate: '2037-01-31' });
    const { version } = await on.submission(id);
    expect(await run(EXPIRED)).toBe(0);
    expect(await on.submission(id)).toMatchObject({ version });
    expect((await noted(id)).filter((at) => at !== null)).toEqual([EXPIRED]);
  });

  it('ends a level that a person had set, and lets a proposal lapse', async () => {
    const [maker, checker] = [await on.as('Ingrid'), await on.as('Omar')];
    const { id } = await withPassport();
    const low = { kind: 'changeLevel', riskLevelId: 'High', validUntil: '2027-03-31' } as const;
    await on.decide(maker, id, low);
    const { decisionId, state } = await on.decide(maker, id);
    expect(state).toBe('awaitingSecond');
    expect(await run(EXPIRED)).toBe(1);
    const [override] = await kit.db().select().from(riskOverrides).where(eq(riskOverrides.submissionId, id));
    expect(override).toMatchObject({ endedBecause: 'evidence', endedAt: EXPIRED });
    const told = await on.capture.kyc.getIndividualProfile(aCall(), { submissionId: id });
    expect(told.riskAssessment).toMatchObject({ isOverridden: false });
    expect(await on.decision(decisionId)).toMatchObject({ state: 'lapsed' });
    await expect(on.check(checker, id, decisionId)).rejects.toMatchObject({ code: 409 });
  });

  it('counts for who decides, before any job has looked', async () => {
    const { id } = await withPassport();
    const before = on.capture.now;
    on.capture.now = EXPIRED;
    const officer = await on.as('Ingrid');
    await on.decide(officer, id, { kind: 'reject' });
    expect(expiredIn((await assessments(id)).at(-1)?.facts)).toBe(1);
    expect(await run(EXPIRED)).toBe(0);
    on.capture.now = before;
  });

  it('is noticed once, after a kill in the middle and by two instances at once', async () => {
    const ids: string[] = [];
    while (ids.length < 8) ids.push((await withPassport()).id);
    const killed = new AbortController();
    let asked = 0;
    const dyingId = () => {
      asked += 1;
      if (asked > 6) killed.abort();
      return newId();
    };
    const first = await assessExpired({ ...parts(EXPIRED), newId: dyingId, signal: killed.signal });
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(ids.length);
    await Promise.all([run(EXPIRED), run(EXPIRED)]);
    await run(EXPIRED);
    for (const id of ids) {
      const triggers = (await assessments(id)).map(({ trigger }) => trigger);
      expect(triggers.filter((trigger) => trigger === 'document.expired')).toHaveLength(1);
      expect(await noted(id)).toEqual([EXPIRED]);
    }
  });
});
