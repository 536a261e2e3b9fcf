import { and, eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { newId } from '@/lib/new-id';
import { decisions, profileVersions, riskOverrides, staffUsers } from '../../../db/schema';
import { describeOnEachDatabase } from '../../../db/testing';
import { aCall, TENANT } from '../fixtures.suite';
import { Deciding } from './decisions.suite';

describeOnEachDatabase('four eyes', (kit) => {
  const on = new Deciding(() => kit.db());

  async function proposed() {
    const [maker, checker] = [await on.as('Ingrid'), await on.as('Omar')];
    const id = await on.customer('ComplianceReview', { level: 'High' });
    const { decisionId } = await on.decide(maker, id);
    return { maker, checker, id, decisionId };
  }

  it('the maker is no checker, whatever way is tried', async () => {
    const { maker, id, decisionId } = await proposed();
    await expect(on.check(maker, id, decisionId)).rejects.toThrow(/your own proposal/);
    await expect(on.check(maker, id, decisionId, 'decline')).rejects.toMatchObject({ code: 409 });
    const renamed = { ...maker, actor: { ...maker.actor, name: 'Somebody else' } } as typeof maker;
    await expect(on.check(renamed, id, decisionId)).rejects.toMatchObject({ code: 409 });
    await expect(on.check(aCall(), id, decisionId)).rejects.toMatchObject({ code: 403 });
    const customer = aCall({ actor: { kind: 'customer', id } });
    await expect(on.check(customer, id, decisionId)).rejects.toMatchObject({ code: 403 });
    expect(await on.decision(decisionId)).toMatchObject({ state: 'awaitingSecond' });
  });

  it('the database refuses it by itself', async () => {
    const { maker, checker, decisionId } = await proposed();
    const set = (row: Partial<typeof decisions.$inferInsert>) =>
      kit.db().update(decisions).set(row).where(eq(decisions.id, decisionId));
    const closedAt = on.capture.now;
    const refused = async (change: PromiseLike<unknown>, rule: RegExp) =>
      expect(Promise.resolve(change).catch(({ cause }) => Promise.reject(cause))).rejects.toThrow(rule);
    await refused(set({ state: 'effective', checkerId: maker.actor.id, closedAt }), /decisions_four_eyes/);
    await refused(set({ state: 'effective', closedAt }), /decisions_second_person/);
    await refused(set({ needsSecond: false }), /closed once/);
    await refused(
      set({ state: 'effective', needsSecond: false, checkerId: checker.actor.id, closedAt }),
      /closed once/,
    );
    await refused(set({ makerId: checker.actor.id }), /closed once/);
    await refused(kit.db().delete(decisions).where(eq(decisions.id, decisionId)), /closed once/);
    await refused(kit.db().execute(sql`update decisions set seen_version = seen_version + 1`), /closed once/);
  });

  it('the database sets no level but the one that was decided, and by two people where it is a lower one', async () => {
    const officer = await on.as('Ingrid');
    const id = await on.customer();
    const { decisionId } = await on.decide(officer, id, { kind: 'changeLevel', riskLevelId: 'High' });
    const set = { tenantId: TENANT, submissionId: id, decisionId, createdAt: on.capture.now };
    const refused = async (
      what: Pick<typeof riskOverrides.$inferInsert, 'riskLevelId' | 'validUntil'>,
      why: RegExp,
    ) => {
      const insert = kit
        .db()
        .insert(riskOverrides)
        .values({ id: newId(), ...set, ...what });
      await expect(insert.catch(({ cause }) => Promise.reject(cause))).rejects.toThrow(why);
    };
    await refused({ riskLevelId: 'Low', validUntil: '2027-03-31' }, /as it was decided/);
    await refused({ riskLevelId: 'High', validUntil: '2027-04-01' }, /as it was decided/);
    const [decided] = await kit.db().select().from(decisions).where(eq(decisions.id, decisionId));
    if (decided === undefined) throw new Error('it was decided');
    const alone = newId();
    await kit
      .db()
      .insert(decisions)
      .values({ ...decided, id: alone, riskLevelId: 'Low' });
    const low = { ...set, decisionId: alone, riskLevelId: 'Low', validUntil: '2027-03-31' } as const;
    const insert = kit
      .db()
      .insert(riskOverrides)
      .values({ id: newId(), ...low });
    await expect(insert.catch(({ cause }) => Promise.reject(cause))).rejects.toThrow(/by two people/);
  });

  it('who has lost the permission since, or is no longer there, confirms nothing and takes nothing back', async () => {
    for (const change of [
      { isActive: false },
      { role: 'admin' },
      { role: 'relationship_manager' },
    ] as const) {
      const { id, maker, decisionId } = await proposed();
      const leaver = await on.as(`A leaver ${newId()}`);
      const become = (call: typeof maker, what: Partial<typeof staffUsers.$inferInsert>) =>
        kit.db().update(staffUsers).set(what).where(eq(staffUsers.id, call.actor.id));
      await become(leaver, change);
      for (const verdict of ['confirm', 'decline'] as const) {
        await expect(on.check(leaver, id, decisionId, verdict)).rejects.toMatchObject({ code: 403 });
      }
      await become(maker, change);
      const seenVersion = await on.version(id);
      const back = on.office.withdraw(maker, { submissionId: id, decisionId, seenVersion });
      await expect(back).rejects.toMatchObject({ code: 403 });
      await become(maker, { isActive: true, role: 'compliance_officer' });
      expect(await on.decision(decisionId)).toMatchObject({ state: 'awaitingSecond' });
    }
  });

  it('a proposal that is taken back and confirmed at once is one of the two', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { maker, checker, id, decisionId } = await proposed();
      const seenVersion = await on.version(id);
      const [back, confirmed] = await Promise.allSettled([
        on.office.withdraw(maker, { submissionId: id, decisionId, seenVersion }),
        on.check(checker, id, decisionId),
      ]);
      expect([back.status, confirmed.status].toSorted()).toEqual(['fulfilled', 'rejected']);
      const state = back.status === 'fulfilled' ? 'withdrawn' : 'effective';
      expect(await on.decision(decisionId)).toMatchObject({ state });
      const kycState = back.status === 'fulfilled' ? 'ComplianceReview' : 'Approved';
      expect(await on.submission(id)).toMatchObject({ kycState });
    }
  });

  it('another customer’s proposal and another tenant’s are unknown', async () => {
    const { checker, decisionId } = await proposed();
    const other = await on.customer();
    await expect(on.check(checker, other, decisionId)).rejects.toMatchObject({ code: 404 });
    const stranger = await on.as('Otto', 'compliance_officer', 'other-tenant');
    const { id } = await proposed();
    await expect(on.check(stranger, id, decisionId)).rejects.toMatchObject({ code: 404 });
  });

  it('a proposal lapses, on record, as soon as the profile is another', async () => {
    const { maker, checker, id, decisionId } = await proposed();
    await on.change(id);
    expect(await on.decision(decisionId)).toMatchObject({ state: 'lapsed', checkerId: null });
    expect(await on.case(id)).toMatchObject({ stage: 'toDecide', makerId: null });
    expect(await on.events(id)).toContain('decision.lapsed');
    await expect(on.check(checker, id, decisionId)).rejects.toThrow(/changed since/);
    expect(await on.decide(maker, id, { kind: 'reject' })).toMatchObject({ state: expect.any(String) });
  });

  it('never confirms what was not seen, whichever of a change and a confirmation comes first', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { checker, id, decisionId } = await proposed();
      const [confirmed] = await Promise.allSettled([on.check(checker, id, decisionId), on.change(id)]);
      const decision = await on.decision(decisionId);
      const { kycState } = await on.submission(id);
      if (confirmed.status === 'fulfilled') {
        expect(decision?.state).toBe('effective');
        // What was approved is the very next version after the one that both saw.
        const [approved] = await kit
          .db()
          .select({ state: profileVersions.kycState })
          .from(profileVersions)
          .where(
            and(
              eq(profileVersions.submissionId, id),
              eq(profileVersions.version, (decision?.seenVersion ?? 0) + 1),
            ),
          );
        expect(approved).toEqual({ state: 'Approved' });
      } else {
        expect(decision).toMatchObject({ state: 'lapsed', checkerId: null });
        expect(kycState).toBe('ComplianceReview');
      }
    }
  });
});
