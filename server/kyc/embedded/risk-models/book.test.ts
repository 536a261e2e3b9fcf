import { and, eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { newId } from '@/lib/new-id';
import { countAll, countMoved, noCounts } from '@/lib/risk/trial';
import {
  decisions,
  directory,
  documents,
  profileVersions,
  riskAssessments,
  riskOverrides,
  submissions,
} from '../../../db/schema';
import { describeOnEachDatabase } from '../../../db/testing';
import { ModelGround, stricter } from './risk-models.suite';

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
