import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { KycCall } from '@/lib/kyc/api';
import type { NoteAudience } from '@/lib/kyc/decisions';
import { newId } from '@/lib/new-id';
import { insertNote } from '../../db/queries/notes';
import { staffUsers } from '../../db/schema';
import { describeOnEachDatabase } from '../../db/testing';
import { inTransaction } from '../../db/transaction';
import { textOf } from '../../reports/text-of';
import { Deciding } from './decisions/decisions.suite';
import { aCall, TENANT } from './fixtures.suite';

describeOnEachDatabase('the report as its reader may have it', (kit) => {
  const on = new Deciding(() => kit.db());

  async function note(submissionId: string, by: KycCall, audience: NoteAudience, body: string) {
    const row = { id: newId(), tenantId: TENANT, submissionId, authorId: by.actor.id, audience, body };
    await inTransaction(kit.db(), (tx) => insertNote(tx, { ...row, createdAt: on.capture.now }, []));
  }

  /** A customer whose level two people lowered, whose approval waits, and who was noted about in two scripts. */
  async function aCase() {
    const [maker, checker] = [await on.as('Ingrid Maker'), await on.as('Omar Checker')];
    const id = await on.customer('ComplianceReview', { level: 'High' });
    const lowered = { kind: 'changeLevel', riskLevelId: 'Medium', note: 'The hit is a namesake' } as const;
    const { decisionId } = await on.decide(maker, id, lowered);
    await on.check(checker, id, decisionId);
    await on.decide(maker, id, { kind: 'escalate', note: 'Look at the vessel' });
    await note(id, maker, 'compliance', 'ورد الاسم في قائمة المراقبة.');
    await note(id, checker, 'everyone', 'Prefers calls before noon');
    return id;
  }
  const fileFor = (call: KycCall, submissionId: string) =>
    on.capture.kyc.downloadIndividualProfilePdf(call, { submissionId });
  const textFor = async (call: KycCall, id: string) => textOf((await fileFor(call, id)).bytes);
  const HIDDEN = ['namesake', 'vessel', 'Ingrid Maker', 'المراقبة', 'Escalate'];

  it('gives compliance the reasons, both people, the notes and the last day', async () => {
    const text = await textFor(await on.as('Vera'), await aCase());
    for (const said of [...HIDDEN, 'Omar Checker', 'I have looked', 'Prefers calls', '31 Mar 2027'])
      expect(text).toContain(said);
  });

  it('gives a relationship manager what came of it, the notes for everyone, and no word more', async () => {
    const text = await textFor(await on.as('Rania', 'relationship_manager'), await aCase());
    for (const said of ['Risk level set to Medium', 'Prefers calls before noon'])
      expect(text).toContain(said);
    for (const said of HIDDEN) expect(text).not.toContain(said);
  });

  it('gives an outside system the outcomes and no note; so it does whoever is no active member of the staff', async () => {
    const id = await aCase();
    const left = await on.as('Vera Gone');
    await kit.db().update(staffUsers).set({ isActive: false }).where(eq(staffUsers.id, left.actor.id));
    const nobody = { ...left, actor: { kind: 'staff' as const, id: 'nobody', name: 'Nobody' } };
    for (const call of [aCall(), left, nobody]) {
      const text = await textFor(call, id);
      expect(text).toContain('Risk level set to Medium');
      for (const said of ['vessel', 'المراقبة', 'Prefers calls']) expect(text).not.toContain(said);
    }
  });

  it('has another entity tag for another reader of the same name', async () => {
    const id = await aCase();
    const [one, other] = [await on.as('Same Name'), await on.as('Same Name', 'relationship_manager')];
    const tags = [
      (await fileFor(one, id)).etag,
      (await fileFor(other, id)).etag,
      (await fileFor(one, id)).etag,
    ];
    expect(tags[0]).toBe(tags[2]);
    expect(tags[0]).not.toBe(tags[1]);
  });
});
