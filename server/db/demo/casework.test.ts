import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { and, eq, isNull, lt } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { isPoliticallyExposed } from '@/lib/kyc/exposure';
import { needsSecondPerson } from '@/lib/kyc/four-eyes';
import { newId } from '@/lib/new-id';
import { installationKeys } from '../../documents/key-file';
import { localStore } from '../../documents/local-store';
import { vaultOver } from '../../documents/vault';
import { assessExpired, openDueReviews } from '../../kyc/reviews';
import { settleCaseRows } from '../queries/cases';
import { scheduleReviews } from '../queries/review-schedule';
import {
  answers,
  answerVersions,
  auditEvents,
  caseNotes,
  cases,
  decisionReasons,
  decisions,
  directory,
  documents,
  noteMentions,
  profileVersions,
  reviewSchedules,
  riskAssessments,
  riskOverrides,
  submissions,
} from '../schema';
import { describeOnEachDatabase } from '../testing';
import { inTransaction } from '../transaction';
import { seedDemo } from '.';
import { demoId } from './ids';
import { ACCOUNT, staffId } from './staff';

vi.stubEnv('AUTH_SECRET', 'a secret of this test, 32 characters');

const NOW = new Date('2026-11-22T10:00:00Z');
const TODAY = '2026-11-22';
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

describeOnEachDatabase('the demo’s cases, decisions and reviews', ({ db, open }) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kyc-demo-cases-'));
  const keys = installationKeys({ dataDir: path.join(folder, 'keys'), documentKeys: [] });
  const vault = vaultOver({ store: localStore(path.join(folder, 'documents')), keys });
  beforeAll(() => seedDemo(open(), { tenantId: 'demo-tenant', now: NOW, vault, withEngine: true }));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  const all = () => db().select().from(submissions);
  const idOf = (email: string) => demoId('submission', email);

  test('whoever is under review is in the queue, and nobody else; it shows each turn that a case can take', async () => {
    const queue = await db().select().from(cases);
    const inReview = (await all()).filter(({ kycState }) => kycState === 'ComplianceReview');
    expect(queue.map((one) => one.submissionId).sort()).toEqual(inReview.map(({ id }) => id).sort());
    const [ingrid, tomas] = [staffId(ACCOUNT.compliance), staffId(ACCOUNT.compliance2)];
    expect(queue.filter((one) => one.assigneeId === ingrid && one.stage === 'toDecide')).toHaveLength(1);
    expect(queue.filter((one) => one.assigneeId === null)).toHaveLength(1);
    expect(queue.filter((one) => one.stage === 'waitingOnCustomer')).toHaveLength(1);
    expect(queue.filter((one) => one.makerId === tomas)).toHaveLength(1);
    expect(queue.filter((one) => one.makerId === ingrid)).toHaveLength(1);
    expect(queue.filter((one) => one.escalatedBy === tomas)).toHaveLength(1);
    expect(queue.filter((one) => one.dueOn < TODAY)).toMatchObject([{ because: 'reviewDue' }]);
  });

  test('queue and calendar are what the engine would make of the same rows', async () => {
    const read = async () => [
      await db().select().from(cases).orderBy(cases.submissionId),
      await db().select().from(reviewSchedules).orderBy(reviewSchedules.submissionId),
      await db().select().from(decisions).orderBy(decisions.id),
    ];
    const before = await read();
    const ids = (await all()).map(({ id }) => id);
    await inTransaction(db(), async (tx) => {
      await settleCaseRows(tx, ids, { at: NOW, because: 'submitted' });
      await scheduleReviews(tx, ids, NOW);
    });
    expect(await read()).toEqual(before);
  });

  test('the jobs of the first hour find nothing to do: what has expired or come due is dealt with', async () => {
    const parts = {
      db: db(),
      clock: () => new Date(NOW.getTime() + HOUR),
      newId,
      signal: new AbortController().signal,
    };
    expect(await assessExpired(parts)).toBe(0);
    expect(await openDueReviews(parts)).toEqual({ ended: 0, opened: 0 });
    const expired = await db().select().from(documents).where(lt(documents.expiryDate, TODAY));
    expect(expired).not.toEqual([]);
    for (const { expiredAt } of expired) expect(expiredAt).not.toBeNull();
  });

  test('behind each approval and rejection is a decision, by two people where the engine would ask for two', async () => {
    const rows = await db().select().from(decisions);
    const reasons = new Set((await db().select().from(decisionReasons)).map(({ id }) => id));
    const assessed = await db().select().from(riskAssessments).orderBy(riskAssessments.assessedAt);
    for (const { id, kycState, version } of await all()) {
      const own = rows.filter((one) => one.submissionId === id);
      const kind = kycState === 'Approved' ? 'approve' : 'reject';
      if (['Approved', 'Rejected', 'OnboardingAfterRejection'].includes(kycState)) {
        expect(own).toContainEqual(expect.objectContaining({ kind, state: 'effective' }));
      }
      for (const one of own) {
        const found = assessed.filter((a) => a.submissionId === id && a.assessedAt <= one.madeAt).at(-1);
        if (!found) throw new Error('decided before it was assessed');
        const stake = {
          kind: one.kind,
          currentLevel: found.riskLevelId,
          newLevel: one.riskLevelId ?? undefined,
        };
        const isPep = isPoliticallyExposed({ detail: found.detail, facts: found.facts });
        expect(one.needsSecond).toBe(needsSecondPerson({ ...stake, isPep }));
        expect(one.checkerId !== null).toBe(one.needsSecond && one.state === 'effective');
        expect(reasons).toContain(one.reasonId);
        if (one.state === 'awaitingSecond') expect(one.seenVersion).toBe(version);
      }
    }
  });

  test('every version is kept, and together they tell the answers as they stand', async () => {
    const versions = await db().select().from(profileVersions).orderBy(profileVersions.version);
    const told = await db().select().from(answerVersions).orderBy(answerVersions.version);
    const given = await db().select().from(answers);
    for (const { id, version, kycState } of await all()) {
      const own = versions.filter((one) => one.submissionId === id);
      expect(own.map((one) => one.version)).toEqual(Array.from({ length: version }, (_, at) => at + 1));
      expect(own.at(-1)?.kycState).toBe(kycState);
      for (const { fieldId, value, version: since } of given.filter((one) => one.submissionId === id)) {
        const last = told.filter((one) => one.submissionId === id && one.fieldId === fieldId).at(-1);
        expect(last).toMatchObject({ value, version: since });
      }
    }
    const assessments = new Set((await db().select().from(riskAssessments)).map(({ id }) => id));
    for (const { assessmentId } of versions) expect(assessments).toContain(assessmentId);
  });

  test('a level that two people set holds, and brings the next review forward', async () => {
    const [held, ...more] = await db().select().from(riskOverrides).where(isNull(riskOverrides.endedAt));
    expect(more).toEqual([]);
    if (!held) throw new Error('nobody’s level is set');
    const [decision] = await db().select().from(decisions).where(eq(decisions.id, held.decisionId));
    expect(decision).toMatchObject({ kind: 'changeLevel', state: 'effective', validUntil: held.validUntil });
    expect(decision?.checkerId).toBeTruthy();
    const [row] = await db().select().from(directory).where(eq(directory.submissionId, held.submissionId));
    expect(row).toMatchObject({ kycState: 'Approved', riskLevelId: held.riskLevelId });
    const [review] = await db()
      .select()
      .from(reviewSchedules)
      .where(eq(reviewSchedules.submissionId, held.submissionId));
    expect(review?.because).toBe('overrideEnded');
  });

  test('one review is overdue, three come due within thirty days, by a paper that runs out and by a set level’s end', async () => {
    const rows = await db().select().from(reviewSchedules);
    const due = new Map(rows.map((one) => [one.submissionId, one]));
    for (const { id, kycState } of await all()) if (kycState === 'Approved') expect(due.has(id)).toBe(true);
    expect(rows.filter(({ dueOn }) => dueOn < TODAY).length).toBeGreaterThanOrEqual(1);
    const month = new Date(NOW.getTime() + 30 * DAY).toISOString().slice(0, 10);
    const soon = rows.filter(({ dueOn }) => dueOn >= TODAY && dueOn <= month);
    expect(soon.map(({ because }) => because).sort()).toEqual([
      'documentExpired',
      'documentExpired',
      'overrideEnded',
    ]);
  });

  test('notes are there for both audiences, in two scripts, and one names somebody', async () => {
    const notes = await db().select().from(caseNotes);
    expect(new Set(notes.map(({ audience }) => audience))).toEqual(new Set(['everyone', 'compliance']));
    expect(notes.some(({ body }) => /\p{Script=Arabic}/u.test(body))).toBe(true);
    expect(await db().select().from(noteMentions)).toMatchObject([{ staffId: staffId(ACCOUNT.compliance) }]);
    for (const { createdAt } of notes) expect(createdAt.getTime()).toBeLessThan(NOW.getTime());
  });

  test('decisions, notes and assignments are on record', async () => {
    const events = await db().select().from(auditEvents);
    const of = (key: string) => new Set(events.map(({ data }) => data[key]));
    for (const { id } of await db().select().from(decisions)) expect(of('decisionId')).toContain(id);
    for (const { id } of await db().select().from(caseNotes)) expect(of('noteId')).toContain(id);
    const orion = idOf('compliance@orion-bullion.example');
    const types = await db()
      .select({ type: auditEvents.type })
      .from(auditEvents)
      .where(and(eq(auditEvents.submissionId, orion)));
    for (const type of ['decision.made', 'decision.confirmed', 'decision.proposed', 'case.assigned'])
      expect(types).toContainEqual({ type });
  });
});
