import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '@/lib/new-id';
import { auditEvents, riskModelVersions, staffUsers } from '../../../db/schema';
import { describeOnEachDatabase } from '../../../db/testing';
import { shippedModel } from '../../../risk/shipped';
import { ModelGround } from './risk-models.suite';

const shipped = shippedModel().version;

describeOnEachDatabase('the life of a risk model', ({ db }) => {
  let ground: ModelGround;
  beforeEach(() => {
    ground = new ModelGround(db);
  });
  const eventsOf = async () =>
    (
      await db()
        .select({ type: auditEvents.type })
        .from(auditEvents)
        .where(eq(auditEvents.tenantId, ground.tenantId))
        .orderBy(auditEvents.at)
    ).map(({ type }) => type);

  test('begins with the model that the product came with, in force', async () => {
    const call = await ground.as();
    expect(await ground.models.versions(call)).toMatchObject([
      { version: shipped, state: 'released', isInForce: true, released: null },
    ]);
    expect(await ground.definition(shipped)).toEqual(shippedModel());
    expect(await ground.models.reassessment(call)).toBeNull();
  });

  test('goes from draft to proposal to release, each step on record', async () => {
    const [maker, checker] = [await ground.as(), await ground.as()];
    const seen = await ground.draft(maker);
    expect(seen).toEqual({ version: shipped + 1, revision: 2 });
    await ground.models.propose(maker, { ...seen, note: 'Stricter' });
    await ground.models.release(checker, seen);
    const [line] = await ground.models.versions(maker);
    expect(line).toMatchObject({
      version: shipped + 1,
      state: 'released',
      isInForce: true,
      note: 'Stricter',
      proposed: { by: maker.actor.id },
      released: { by: checker.actor.id },
    });
    expect(await eventsOf()).toEqual(['risk_model.drafted', 'risk_model.proposed', 'risk_model.released']);
    expect(await ground.models.reassessment(maker)).toEqual({
      version: shipped + 1,
      progress: null,
      finishedAt: null,
    });
  });

  test('has one open draft at a time, however many begin one at once', async () => {
    const callers = await Promise.all([ground.as(), ground.as(), ground.as()]);
    const begun = await Promise.allSettled(
      callers.map((call) => ground.models.startDraft(call, { version: shipped })),
    );
    expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of begun) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 409 });
  });

  test('gives a number once: what was withdrawn keeps it', async () => {
    const call = await ground.as();
    const seen = await ground.draft(call);
    await ground.models.withdraw(call, seen);
    expect(await ground.draft(call)).toMatchObject({ version: seen.version + 1 });
    const again = ground.models.startDraft(call, { version: seen.version });
    await expect(again).rejects.toMatchObject({ code: 404 });
  });

  test('does not let two editors overwrite each other', async () => {
    const [one, other] = [await ground.as(), await ground.as()];
    const { version } = await ground.models.startDraft(one, { version: shipped });
    const definition = await ground.definition(version);
    const saved = await Promise.allSettled(
      [one, other].map((call) => ground.models.changeDraft(call, { version, revision: 1, definition })),
    );
    expect(saved.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const stale = ground.models.changeDraft(other, { version, revision: 1, definition });
    await expect(stale).rejects.toMatchObject({
      code: 409,
      message: 'Somebody else has changed the draft since you opened it',
    });
  });

  test('names the cell that is wrong, and keeps the draft as it was', async () => {
    const call = await ground.as();
    const seen = await ground.draft(call);
    const definition = await ground.definition(seen.version);
    const row = definition.factors[0]?.table.rows[0];
    if (row) row.score = 101;
    const change = ground.models.changeDraft(call, { ...seen, definition });
    await expect(change).rejects.toMatchObject({
      code: 400,
      fields: [{ path: 'factors[0].table.rows[0].score', message: 'must be 100 or less' }],
    });
    expect((await ground.definition(seen.version)).factors[0]?.table.rows[0]?.score).not.toBe(101);
  });

  test('proposes nothing that the check finds an error in', async () => {
    const call = await ground.as();
    const seen = await ground.draft(call, (model) => {
      const first = model.factors[0];
      if (first) first.percent = { ...first.percent, IndividualCustomer: 1 };
    });
    const proposal = ground.models.propose(call, { ...seen, note: 'Wrong' });
    await expect(proposal).rejects.toMatchObject({ code: 400 });
  });

  test('is never released by who proposed it, by whatever way', async () => {
    const [maker, checker] = [await ground.as(), await ground.as()];
    const seen = await ground.draft(checker);
    await ground.models.propose(maker, { ...seen, note: 'Stricter' });
    await expect(ground.models.release(maker, seen)).rejects.toMatchObject({ code: 403 });
    await expect(ground.models.decline(maker, { ...seen, note: 'No' })).rejects.toMatchObject({ code: 403 });
    const bySql = db()
      .update(riskModelVersions)
      .set({ state: 'released', releasedBy: maker.actor.id })
      .where(eq(riskModelVersions.version, seen.version));
    await expect(bySql).rejects.toThrow();
    await ground.models.release(checker, seen);
  });

  test('is released as it was proposed: whoever writes on it afterwards makes another one to propose', async () => {
    const [maker, checker] = [await ground.as(), await ground.as()];
    const seen = await ground.draft(maker);
    const definition = await ground.definition(seen.version);
    const { revision } = await ground.models.changeDraft(checker, { ...seen, definition });
    const stale = ground.models.propose(maker, { ...seen, note: 'As I saw it' });
    await expect(stale).rejects.toMatchObject({ code: 409 });
    await ground.models.propose(maker, { version: seen.version, revision, note: 'As it is' });
    await expect(ground.models.release(checker, seen)).rejects.toMatchObject({ code: 409 });
    await ground.models.decline(checker, { version: seen.version, revision, note: 'One row more' });
    const changed = await ground.models.changeDraft(checker, { version: seen.version, revision, definition });
    const now = { version: seen.version, ...changed };
    await ground.models.propose(checker, { ...now, note: 'With the row' });
    await expect(ground.models.release(checker, now)).rejects.toMatchObject({ code: 403 });
    await ground.models.release(maker, now);
  });

  test('is released by nobody who has lost the permission since', async () => {
    const [maker, checker] = [await ground.as(), await ground.as()];
    const seen = await ground.draft(maker);
    await ground.models.propose(maker, { ...seen, note: 'Stricter' });
    for (const change of [{ isActive: false }, { isActive: true, role: 'admin' as const }]) {
      await db().update(staffUsers).set(change).where(eq(staffUsers.id, checker.actor.id));
      await expect(ground.models.release(checker, seen)).rejects.toMatchObject({ code: 403 });
    }
  });

  test('is decided by one of two who decide at once', async () => {
    const [maker, one, other] = [await ground.as(), await ground.as(), await ground.as()];
    const seen = await ground.draft(maker);
    await ground.models.propose(maker, { ...seen, note: 'Stricter' });
    const words = await Promise.allSettled([
      ground.models.release(one, seen),
      ground.models.decline(other, { ...seen, note: 'No' }),
    ]);
    expect(words.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('comes back to be changed where it is declined, with the reason', async () => {
    const [maker, checker] = [await ground.as(), await ground.as()];
    const seen = await ground.draft(maker);
    await ground.models.propose(maker, { ...seen, note: 'Stricter' });
    const definition = await ground.definition(seen.version);
    const change = ground.models.changeDraft(maker, { ...seen, definition });
    await expect(change).rejects.toMatchObject({ code: 409 });
    await ground.models.decline(checker, { ...seen, note: 'Too strict' });
    const { state, declined } = await ground.models.version(maker, seen.version);
    expect({ state, declined }).toMatchObject({
      state: 'draft',
      declined: { by: checker.actor.id, note: 'Too strict' },
    });
    await ground.models.changeDraft(maker, { ...seen, definition });
  });

  describe('is nobody’s but of who holds the permission', () => {
    const steps = [
      'startDraft',
      'changeDraft',
      'propose',
      'withdraw',
      'decline',
      'release',
      'tryOut',
    ] as const;
    test.each(steps)('%s', async (step) => {
      const own = await ground.as();
      const seen = { version: shipped + 1, revision: 1, note: 'A note', definition: shippedModel() };
      await ground.models.startDraft(own, { version: shipped });
      const strangers = [
        await ground.as('relationship_manager'),
        await ground.as('admin'),
        await ground.as('compliance_officer', false),
        { ...own, actor: { kind: 'apiClient', id: own.actor.id } as const },
        { ...own, actor: { kind: 'system', id: own.actor.id } as const },
      ];
      for (const call of strangers) {
        await expect(ground.models[step](call, seen)).rejects.toMatchObject({ code: 403 });
      }
      const foreigner = { ...(await new ModelGround(db).as()), tenantId: newId() };
      await expect(ground.models[step](foreigner, seen)).rejects.toMatchObject({ code: 403 });
    });
  });

  test('keeps a released version as it is, against SQL too', async () => {
    const { version } = await ground.released();
    const one = and(eq(riskModelVersions.tenantId, ground.tenantId), eq(riskModelVersions.version, version));
    const changes = [
      { definition: shippedModel() },
      { state: 'draft' as const },
      { note: 'Another' },
      { releasedBy: newId() },
    ];
    for (const change of changes) {
      await expect(db().update(riskModelVersions).set(change).where(one)).rejects.toThrow();
    }
    await expect(db().delete(riskModelVersions).where(one)).rejects.toThrow();
    const row = await ground.row(version);
    if (!row) throw new Error('it is there');
    const straight = db()
      .insert(riskModelVersions)
      .values({ ...row, version: version + 1 });
    await expect(straight).rejects.toThrow();
  });
});
