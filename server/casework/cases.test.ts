import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Role } from '@/lib/auth/permissions';
import type { KycCall } from '@/lib/kyc/api';
import { caseQueueView } from '@/lib/kyc/case-view';
import { CASE_TABS, type CaseTab } from '@/lib/kyc/cases';
import type { NewNote } from '@/lib/kyc/decision-input';
import { newId } from '@/lib/new-id';
import { disableStaff } from '../auth/users/change';
import { lockStaff, setStaffActive } from '../db/queries/staff';
import { caseNotes, directory, staffUsers } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { inTransaction } from '../db/transaction';
import { Deciding } from '../kyc/embedded/decisions/decisions.suite';
import { TENANT } from '../kyc/embedded/fixtures.suite';
import { decisionDesk } from './case-desk';
import type { StaffCall } from './requests';

/** A note for compliance on a customer, or what is said. */
function aNote(submissionId: string, more: Partial<NewNote> = {}): NewNote {
  return { submissionId, attempt: newId(), audience: 'compliance', body: 'No', mentions: [], ...more };
}

describeOnEachDatabase('the queue, cases and notes', (kit) => {
  const on = new Deciding(() => kit.db());

  /** A member of the staff with a desk of its own. */
  async function person(name: string, role: Role = 'compliance_officer', employeeId: string | null = null) {
    const call = (await on.as(name, role)) as StaffCall;
    if (employeeId) {
      await kit.db().update(staffUsers).set({ employeeId }).where(eq(staffUsers.id, call.actor.id));
    }
    const session = { tenantId: TENANT, user: { id: call.actor.id, role, employeeId } };
    return { call, desk: await decisionDesk(session) };
  }

  const manager = async (submissionId: string) => {
    const [entry] = await kit.db().select().from(directory).where(eq(directory.submissionId, submissionId));
    return person(`manager ${newId()}`, 'relationship_manager', entry?.employeeId ?? null);
  };

  it('each tab counts what it lists, due first and then by risk', async () => {
    const [ingrid, omar] = [await person('Ingrid'), await person('Omar')];
    const [fresh, high, taken, asked] = [
      await on.customer(),
      await on.customer('ComplianceReview', { level: 'High' }),
      await on.customer(),
      await on.customer(),
    ];
    await on.decide(ingrid.call, high);
    await ingrid.desk.assign(ingrid.call, taken, ingrid.call.actor.id);
    await on.capture.ask(asked, { fieldId: 'income' });
    await on.change(asked);
    const list = async (desk: typeof ingrid.desk, tab: CaseTab) =>
      (await desk.queue(caseQueueView.parse({ tab }))).cases.map(({ submissionId }) => submissionId);
    for (const { desk } of [ingrid, omar]) {
      const counts = await desk.counts();
      for (const tab of CASE_TABS) expect(counts[tab].count, tab).toBe((await list(desk, tab)).length);
    }
    expect(await list(ingrid.desk, 'new')).toEqual([fresh]);
    expect(await list(ingrid.desk, 'mine')).toEqual([high, taken].sort());
    expect(await list(ingrid.desk, 'toCheck')).toEqual([]);
    expect(await list(omar.desk, 'toCheck')).toEqual([high]);
    expect(await list(omar.desk, 'waiting')).toEqual([asked]);
    const all = (await omar.desk.queue(caseQueueView.parse({}))).cases;
    const order = all.map(({ dueOn, riskLevel }) => `${dueOn} ${riskLevel === 'High' ? 0 : 1}`);
    expect(order).toEqual([...order].sort());
    expect(all.find(({ submissionId }) => submissionId === high)).toMatchObject({
      stage: 'awaitingSecond',
      maker: { name: 'Ingrid' },
      assignee: { name: 'Ingrid' },
    });
    const filtered = await omar.desk.queue(caseQueueView.parse({ assignee: 'nobody' }));
    expect(filtered.cases.every(({ assignee }) => assignee === null)).toBe(true);
  });

  it('pages lead on from where they end, and what is no place starts anew', async () => {
    const { desk } = await person('Ingrid');
    for (let count = 0; count < 24; count += 1) await on.customer();
    const first = await desk.queue(caseQueueView.parse({}));
    expect(first.cases).toHaveLength(25);
    const second = await desk.queue(caseQueueView.parse({ after: first.next ?? '' }));
    const seen = new Set([...first.cases, ...second.cases].map(({ submissionId }) => submissionId));
    expect(seen.size).toBe(first.cases.length + second.cases.length);
    const yearNought = Buffer.from(JSON.stringify(['0000-01-01', 0, 'a'])).toString('base64url');
    const moment = '0000-01-01T00:00:00Z';
    for (const none of [{ after: 'bm9uZQ' }, { after: yearNought }, { since: moment }, { until: moment }]) {
      expect((await desk.queue(caseQueueView.parse(none))).cases).toEqual(first.cases);
    }
  });

  it('a case is handed to whoever may decide, and is nobody’s once that person is gone', async () => {
    const [ingrid, omar] = [await person('Ingrid'), await person('Omar')];
    const rami = await person('Rami', 'relationship_manager');
    const id = await on.customer();
    await ingrid.desk.assign(ingrid.call, id, omar.call.actor.id);
    expect((await on.case(id))?.assigneeId).toBe(omar.call.actor.id);
    for (const nobody of [rami.call.actor.id, 'no-such-person']) {
      await expect(ingrid.desk.assign(ingrid.call, id, nobody)).rejects.toMatchObject({
        fields: [{ path: 'assigneeId' }],
      });
    }
    const leaver = await person('Lena');
    await omar.desk.assign(omar.call, id, leaver.call.actor.id);
    const admin = await person('Anna', 'admin');
    await disableStaff(kit.db(), admin.call, { userId: leaver.call.actor.id }, on.capture.now);
    expect((await on.case(id))?.assigneeId).toBeNull();
    expect((await on.events(id)).filter((type) => type === 'case.assigned')).toHaveLength(3);
    await expect(
      ingrid.desk.assign(ingrid.call, await on.customer('Onboarding'), null),
    ).rejects.toMatchObject({ code: 404 });
  });

  it('a case is not handed to a person who is being cut off', async () => {
    const [ingrid, leaver] = [await person('Ingrid'), await person('Lena')];
    const id = await on.customer();
    const assigning = await inTransaction(kit.db(), async (tx) => {
      await lockStaff(tx, TENANT, leaver.call.actor.id);
      await setStaffActive(tx, TENANT, leaver.call.actor.id, false);
      const begun = Promise.allSettled([ingrid.desk.assign(ingrid.call, id, leaver.call.actor.id)]);
      await Promise.race([begun, sleep(300)]);
      return [begun] as const;
    });
    expect(await assigning[0]).toMatchObject([{ status: 'rejected', reason: { code: 400 } }]);
    expect((await on.case(id))?.assigneeId).toBeNull();
  });

  it('whoever notes first has the case; what was written stays', async () => {
    const ingrid = await person('Ingrid');
    const id = await on.customer();
    const { noteId } = await ingrid.desk.addNote(ingrid.call, aNote(id, { body: 'Look again' }));
    expect((await on.case(id))?.assigneeId).toBe(ingrid.call.actor.id);
    const kept = async (change: PromiseLike<unknown>) =>
      expect(Promise.resolve(change).catch(({ cause }) => Promise.reject(cause))).rejects.toThrow(
        /never changed/,
      );
    await kept(kit.db().update(caseNotes).set({ body: 'Never mind' }).where(eq(caseNotes.id, noteId)));
    await kept(kit.db().delete(caseNotes).where(eq(caseNotes.id, noteId)));
  });

  it('a note that is sent again under its attempt is the first one, on record once, and names once', async () => {
    const [ingrid, omar] = [await person('Ingrid'), await person('Omar')];
    const id = await on.customer();
    const note = aNote(id, { body: 'Ask for the deed', mentions: [omar.call.actor.id] });
    const send = () => ingrid.desk.addNote(ingrid.call, note);
    const sent = [...(await Promise.all([send(), send(), send()])), await send()];
    expect(new Set(sent.map(({ noteId }) => noteId)).size).toBe(1);
    expect(await ingrid.desk.notes(id)).toMatchObject([
      { id: sent[0]?.noteId, body: 'Ask for the deed', mentions: [{ name: 'Omar' }] },
    ]);
    expect((await omar.desk.mentions()).filter(({ submissionId }) => submissionId === id)).toHaveLength(1);
    const events = await on.events(id);
    for (const type of ['note.added', 'case.assigned']) {
      expect(
        events.filter((one) => one === type),
        type,
      ).toHaveLength(1);
    }
    await expect(ingrid.desk.addNote(ingrid.call, { ...note, body: 'Another' })).rejects.toMatchObject({
      code: 422,
    });
    await omar.desk.addNote(omar.call, { ...note, mentions: [] });
    await ingrid.desk.addNote(ingrid.call, { ...note, attempt: newId(), mentions: [] });
    expect(await ingrid.desk.notes(id)).toHaveLength(3);
  });

  it('a level that was set says when it ended, to compliance why as well, and is named until the next decision', async () => {
    const ingrid = await person('Ingrid');
    const id = await on.customer();
    const manages = await manager(id);
    const ends = async () =>
      (await ingrid.desk.case(id)).decisions.map((one) => 'levelEnd' in one && one.levelEnd?.because);
    const ended = async () => {
      const view = await ingrid.desk.case(id);
      return view.kind === 'compliance' ? view.endedLevel?.riskLevel : undefined;
    };
    await on.decide(ingrid.call, id, { kind: 'changeLevel', riskLevelId: 'High' });
    expect(await ends()).toEqual([undefined]);
    await on.decide(ingrid.call, id, { kind: 'changeLevel', riskLevelId: 'High', validUntil: '2027-04-30' });
    expect([await ends(), await ended()]).toEqual([[undefined, 'replaced'], undefined]);
    await on.change(id);
    expect(await ended()).toBeUndefined();
    await on.naturalise(id, 'IR');
    expect([await ends(), await ended()]).toEqual([['evidence', 'replaced'], 'High']);
    expect((await manages.desk.case(id)).decisions).toMatchObject([
      { riskLevel: 'High', endedAt: on.capture.now.toISOString() },
      { riskLevel: 'High', endedAt: expect.any(String) },
    ]);
    const { decisionId } = await on.decide(ingrid.call, id, { kind: 'reject' });
    expect(await ended()).toBe('High');
    await on.check((await person('Omar')).call, id, decisionId);
    expect(await ended()).toBeUndefined();
  });

  it('a relationship manager reads notes for everyone and that it was decided, of its own customers alone', async () => {
    const ingrid = await person('Ingrid');
    const id = await on.customer('ComplianceReview', { level: 'Low' });
    const rami = await manager(id);
    const foreign = await person('Stranger', 'relationship_manager', 'another-employee');
    const say = (audience: 'everyone' | 'compliance', mentions: string[] = []) =>
      ingrid.desk.addNote(ingrid.call, aNote(id, { audience, body: audience, mentions }));
    await say('compliance');
    await say('everyone', [rami.call.actor.id]);
    await expect(say('compliance', [rami.call.actor.id])).rejects.toMatchObject({
      code: 400,
      messages: [expect.stringContaining('mentions')],
    });
    await expect(say('everyone', [foreign.call.actor.id])).rejects.toMatchObject({ code: 400 });
    await on.decide(ingrid.call as KycCall, id, { kind: 'reject', note: 'A secret reason' });
    const view = await rami.desk.case(id);
    expect(view).toMatchObject({
      kind: 'outcomes',
      decisions: [{ kind: 'reject', riskLevel: null }],
      notes: [{ audience: 'everyone' }],
    });
    expect(JSON.stringify(view)).not.toContain('secret');
    expect(JSON.stringify(view)).not.toContain('"maker"');
    await expect(rami.desk.addNote(rami.call, aNote(id))).rejects.toMatchObject({ code: 403 });
    const foreignNote = aNote(id, { audience: 'everyone' });
    for (const attempt of [
      () => foreign.desk.case(id),
      () => foreign.desk.notes(id),
      () => foreign.desk.addNote(foreign.call, foreignNote),
      () => foreign.desk.case(newId()),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 404 });
    }
    const [mention] = await rami.desk.mentions();
    expect(mention).toMatchObject({ submissionId: id, author: { name: 'Ingrid' }, body: 'everyone' });
    await rami.desk.seeMentions([mention?.noteId ?? '']);
    expect(await rami.desk.mentions()).toEqual([]);
  });

  it('the case says what its reader may do, and what lapsed last', async () => {
    const [ingrid, omar] = [await person('Ingrid'), await person('Omar')];
    const id = await on.customer('ComplianceReview', { level: 'High' });
    await on.decide(ingrid.call, id);
    const seen = await omar.desk.case(id);
    expect(seen).toMatchObject({
      kind: 'compliance',
      proposal: { kind: 'approve', maker: { name: 'Ingrid' } },
      rights: { confirm: { allowed: true }, withdraw: { allowed: false, why: 'othersProposal' } },
    });
    expect(await ingrid.desk.case(id)).toMatchObject({
      rights: { confirm: { allowed: false, why: 'ownProposal' }, withdraw: { allowed: true } },
    });
    await on.change(id);
    expect(await omar.desk.case(id)).toMatchObject({
      proposal: null,
      lapsed: { kind: 'approve', seenVersion: seen.version },
      version: seen.version + 1,
    });
  });

  it('reasons are added once, retired and restored, and chosen for what they are for', async () => {
    const anna = await person('Anna', 'admin');
    const ingrid = await person('Ingrid');
    const reason = { purpose: 'reject', words: 'Outside our appetite' } as const;
    const { reasonId } = await anna.desk.addReason(anna.call, reason);
    await expect(anna.desk.addReason(anna.call, reason)).rejects.toMatchObject({ code: 400 });
    const id = await on.customer('ComplianceReview', { level: 'Low' });
    const reject = () => on.decide(ingrid.call, id, { kind: 'reject', reasonId, note: '' });
    await expect(on.decide(ingrid.call, id, { reasonId })).rejects.toMatchObject({
      fields: [{ path: 'reasonId' }],
    });
    await anna.desk.setReason(anna.call, { reasonId, isActive: false });
    await expect(reject()).rejects.toMatchObject({ fields: [{ path: 'reasonId' }] });
    await anna.desk.setReason(anna.call, { reasonId, isActive: true });
    const { decisionId } = await reject();
    expect(await on.decision(decisionId)).toMatchObject({ reason: reason.words });
    await expect(anna.desk.setReason(anna.call, { reasonId: 'none', isActive: true })).rejects.toMatchObject({
      code: 404,
    });
  });
});
