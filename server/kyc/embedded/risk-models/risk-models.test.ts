import { and, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '@/lib/new-id';
import { countAll, countMoved, noCounts } from '@/lib/risk/trial';
import {
  auditEvents,
  decisions,
  directory,
  documents,
  profileVersions,
  riskAssessments,
  riskModelVersions,
  riskOverrides,
  staffUsers,
  submissions,
} from '../../../db/schema';
import { describeOnEachDatabase } from '../../../db/testing';
import { shippedModel } from '../../../risk/shipped';
import { ModelGround, stricter } from './risk-models.suite';

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

describeOnEachDatabase('a risk model and the book', ({ db }) => {
  let ground: ModelGround;
  beforeEach(() => {
    ground = new ModelGround(db);
  });
  const assessedBy = async (version: number) => {
    const rows = await db()
      .select({ id: riskAssessments.submissionId })
      .from(riskAssessments)
      .innerJoin(submissions, eq(submissions.id, riskAssessments.submissionId))
      .where(and(eq(submissions.tenantId, ground.tenantId), eq(riskAssessments.modelVersion, version)));
    return rows.map(({ id }) => id);
  };
  const levels = async () => {
    const rows = await db().select().from(directory).where(eq(directory.tenantId, ground.tenantId));
    return new Map(rows.map((row) => [row.submissionId, row]));
  };

  test('a try-out counts what the release then does, and changes nothing', async () => {
    const ids = await ground.book(120);
    const before = await levels();
    const { seen, trial, checker } = await proposedAndTried();
    expect(countAll(trial.counts)).toBe(120);
    expect(countMoved(trial.counts)).toBeGreaterThan(5);
    expect(await levels()).toEqual(before);
    expect(await assessedBy(seen.version)).toEqual([]);

    await ground.models.release(checker, seen);
    expect(await ground.reassess(seen.version)).toBe('done');
    const after = await levels();
    const counts = noCounts();
    for (const id of ids) {
      const [from, to] = [before.get(id)?.riskLevelId, after.get(id)?.riskLevelId];
      counts[from as 'Low'][to as 'Low'] += 1;
    }
    expect(counts).toEqual(trial.counts);

    const moved = ids.filter((id) => before.get(id)?.riskLevelId !== after.get(id)?.riskLevelId);
    const listed: string[] = [];
    for (const from of ['Low', 'Medium', 'High'] as const) {
      for (const to of ['Low', 'Medium', 'High'] as const) {
        const page = await ground.models.trialMoves(checker, { trialId: trial.id, move: { from, to } });
        listed.push(...page.moves.map(({ submissionId }) => submissionId));
      }
    }
    expect(listed.sort()).toEqual(moved.sort());
    // Whoever moved has a new version; nobody else has.
    for (const id of ids) {
      const raised = moved.includes(id) ? 2 : 1;
      expect(after.get(id)?.version).toBe(raised);
    }
    const kept = await db()
      .select()
      .from(profileVersions)
      .where(and(eq(profileVersions.tenantId, ground.tenantId), eq(profileVersions.version, 2)));
    expect(kept.map(({ submissionId }) => submissionId).sort()).toEqual(moved.sort());
  });

  async function proposedAndTried() {
    const [maker, checker] = [await ground.as(), await ground.as()];
    const seen = await ground.draft(maker);
    const trial = await ground.models.tryOut(maker, seen);
    await ground.models.propose(maker, { ...seen, note: 'Stricter' });
    return { seen, trial, maker, checker };
  }

  test('assesses each customer once, whatever kills the work in its middle', async () => {
    const ids = await ground.book(600);
    const { version } = await ground.released();
    const ending = new AbortController();
    // The signal comes while the first batch is at work, and stops the next.
    setTimeout(() => ending.abort(), 0);
    await ground.reassess(version, ending.signal);
    await db().execute(sql`
      create or replace function fail_once() returns trigger language plpgsql as $$
      begin raise exception 'killed'; end $$`);
    await db().execute(
      sql`create trigger killed after insert on profile_versions for each row when (new.trigger = 'model.released') execute function fail_once()`,
    );
    const done = (await assessedBy(version)).length;
    await ground.reassess(version).catch(() => undefined);
    expect((await assessedBy(version)).length).toBe(done);
    await db().execute(sql`drop trigger killed on profile_versions`);
    const runs = await Promise.all([ground.reassess(version), ground.reassess(version)]);
    expect(runs).toEqual(['done', 'done']);
    expect((await assessedBy(version)).sort()).toEqual([...ids].sort());
    const call = await ground.as();
    expect(await ground.models.reassessment(call)).toMatchObject({
      progress: { done: 600, total: 600 },
      finishedAt: expect.any(String),
    });
    expect(await ground.reassess(version)).toBe('done');
    expect((await assessedBy(version)).length).toBe(600);
  });

  test('goes by the documents of today, whatever was known before, in the try-out and the release', async () => {
    const [id = '', ...others] = await ground.book(4);
    const paper = { documentTypeId: 'Passport', expiryDate: '2026-01-01', sha256: 'ab'.repeat(32) } as const;
    const file = { fileName: 'a.pdf', originalFileName: 'a.pdf', contentType: 'application/pdf' };
    const stored = { id: newId(), sizeInBytes: 1, storageKey: newId(), uploadedAt: new Date() };
    await db()
      .insert(documents)
      .values({ submissionId: id, ...paper, ...file, ...stored });
    const before = await levels();
    const { seen, trial, checker } = await proposedAndTried();
    await ground.models.release(checker, seen);
    expect(await ground.reassess(seen.version)).toBe('done');
    const by = await db()
      .select()
      .from(riskAssessments)
      .where(eq(riskAssessments.modelVersion, seen.version));
    const [anew, ...twice] = by.filter(({ submissionId }) => submissionId === id);
    expect(twice).toEqual([]);
    expect(anew).toMatchObject({ trigger: 'document.expired' });
    expect(anew?.facts).toMatchObject({ known: { documentsExpired: { value: 1 } } });
    for (const other of others) {
      const [one] = by.filter(({ submissionId }) => submissionId === other);
      expect(one).toMatchObject({ trigger: 'model.released' });
    }
    const to = (await levels()).get(id)?.riskLevelId as 'Low';
    expect(trial.counts[before.get(id)?.riskLevelId as 'Low'][to]).toBeGreaterThan(0);
    const [paperAfter] = await db().select().from(documents).where(eq(documents.submissionId, id));
    expect(paperAfter?.expiredAt).toEqual(expect.any(Date));
  });

  test('leaves a level that a person set as it is', async () => {
    const [id] = await ground.book(1);
    if (!id) throw new Error('one customer');
    const { version, maker, checker } = await freeze(id);
    const before = (await levels()).get(id);
    await ground.reassess(version);
    const [assessment] = await db()
      .select()
      .from(riskAssessments)
      .where(and(eq(riskAssessments.submissionId, id), eq(riskAssessments.modelVersion, version)));
    expect(assessment).toMatchObject({ riskLevelId: before?.riskLevelId, overrideId: expect.any(String) });
    expect(assessment?.calculatedRiskLevelId).not.toBe(before?.riskLevelId);
    expect((await levels()).get(id)).toMatchObject({ riskLevelId: before?.riskLevelId, version: 1 });
    expect(maker.actor.id).not.toBe(checker.actor.id);
  });

  /** Sets the customer's level by hand to what it is, and releases a model under which it would be another. */
  async function freeze(id: string) {
    const row = (await levels()).get(id);
    const riskLevelId = row?.riskLevelId as 'Low' | 'Medium' | 'High';
    const decision = {
      id: newId(),
      tenantId: ground.tenantId,
      submissionId: id,
      kind: 'changeLevel',
      state: 'effective',
      needsSecond: true,
      riskLevelId,
      validUntil: '2099-01-01',
      seenVersion: 1,
      makerId: newId(),
      madeAt: new Date(),
      checkerId: newId(),
      closedAt: new Date(),
    } as const;
    await db().insert(decisions).values(decision);
    await db().insert(riskOverrides).values({
      id: newId(),
      tenantId: ground.tenantId,
      submissionId: id,
      decisionId: decision.id,
      riskLevelId,
      validUntil: '2099-01-01',
      createdAt: new Date(),
    });
    return ground.released((model) => {
      const [low, medium, high] = model.thresholds;
      if (!low || !medium || !high) return;
      if (riskLevelId === 'High') {
        low.to = medium.from = 98;
        medium.to = high.from = 99;
        model.floors = [];
      } else {
        low.to = medium.from = 1;
        medium.to = high.from = 2;
      }
    });
  }

  test('stops where a later version is in force', async () => {
    await ground.book(3);
    const first = await ground.released();
    const second = await ground.released((model) => {
      stricter(model);
      model.notKnownScore = 60;
    });
    expect(await ground.reassess(first.version)).toBe('done');
    expect(await assessedBy(first.version)).toEqual([]);
    await ground.reassess(second.version);
    expect(await assessedBy(second.version)).toHaveLength(3);
  });

  test('a try-out is out of date once the draft is another, and gives way to the next one', async () => {
    await ground.book(3);
    const maker = await ground.as();
    const seen = await ground.draft(maker);
    const first = await ground.models.tryOut(maker, seen);
    const definition = await ground.definition(seen.version);
    const { revision } = await ground.models.changeDraft(maker, { ...seen, definition });
    expect((await ground.models.trial(maker, seen.version))?.revision).toBe(seen.revision);
    const second = await ground.models.tryOut(maker, { ...seen, revision });
    expect(second.revision).toBe(revision);
    expect(await ground.tryModel(first.id)).toBe('done');
    const gone = ground.models.trialMoves(maker, { trialId: first.id });
    await expect(gone).rejects.toMatchObject({ code: 404 });
  });
});
