import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { decisions } from '../../../db/schema';
import { describeOnEachDatabase } from '../../../db/testing';
import { Deciding } from './decisions.suite';

const ROUNDS = 100;

describeOnEachDatabase('two people who decide at once', (kit) => {
  const on = new Deciding(() => kit.db());

  it(`have exactly one winner, ${ROUNDS} times`, async () => {
    const [one, other] = [await on.as('Ingrid'), await on.as('Omar')];
    for (let round = 0; round < ROUNDS; round += 1) {
      // Every other customer needs a second person: there the race is for who proposes.
      const rating = { level: round % 2 === 0 ? 'Low' : 'High' } as const;
      const id = await on.customer('ComplianceReview', rating);
      const settled = await Promise.allSettled([
        on.decide(one, id, { kind: 'approve' }),
        on.decide(other, id, { kind: 'reject' }),
      ]);
      const won = settled.filter(({ status }) => status === 'fulfilled');
      const lost = settled.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
      expect(won, `round ${round}`).toHaveLength(1);
      expect(lost[0]).toMatchObject({ code: 409 });
      const kept = await kit
        .db()
        .select()
        .from(decisions)
        .where(and(eq(decisions.submissionId, id)));
      expect(kept).toHaveLength(1);
      const { kycState } = await on.submission(id);
      const decided = kept[0]?.kind === 'approve' ? 'Approved' : 'Rejected';
      expect(kycState).toBe(rating.level === 'Low' ? decided : 'ComplianceReview');
    }
  });

  it('or confirm at once have one, too', async () => {
    const maker = await on.as('Ingrid');
    const [one, other] = [await on.as('Omar'), await on.as('Lena')];
    for (let round = 0; round < 10; round += 1) {
      const id = await on.customer('ComplianceReview', { level: 'High' });
      const { decisionId } = await on.decide(maker, id);
      const settled = await Promise.allSettled([
        on.check(one, id, decisionId),
        on.check(other, id, decisionId, 'decline'),
      ]);
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });
});
