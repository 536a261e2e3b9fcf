import { dayOf } from '@/lib/days';
import { KycError } from '@/lib/kyc/contract/errors';
import type { KycOffice } from '@/lib/kyc/office';
import { record } from '../../../audit/record';
import { settleCase } from '../../../cases/settle';
import type { Tx } from '../../../db/client';
import { closeDecision, type DecisionRow, findDecision } from '../../../db/queries/decisions';
import { inTransaction } from '../../../db/transaction';
import type { EngineParts } from '../parts';
import { takeEffect } from './effect';
import { type DecisionGround, groundOf, obstructed, requireSeen } from './standing';

/**
 * The second person's word: a confirmed proposal takes effect, a declined one does not. Never the maker's own (409), never on a profile
 * that is another than the maker or the checker saw (409), never twice (409), no level whose last day is behind (409). 404 for another customer's proposal.
 */
export function check(parts: EngineParts): KycOffice['check'] {
  return (anyCall, { submissionId, decisionId, verdict, seenVersion, note }) =>
    inTransaction(parts.db, async (tx) => {
      const at = parts.clock();
      const ground = await groundOf(tx, parts, { call: anyCall, at }, 'decisions:check', submissionId);
      const proposal = await requireOpen(tx, ground, decisionId);
      const right = ground.rights[verdict];
      if (!right.allowed) throw obstructed(right.why);
      requireSeen(ground.held, seenVersion);
      if (verdict === 'confirm') requireAhead(proposal, at);
      const { call } = ground;
      const state = verdict === 'confirm' ? 'effective' : 'declined';
      const closing = { state, closedAt: at, checkerId: call.actor.id, checkerNote: note || null } as const;
      if (!(await closeDecision(tx, proposal, closing))) throw obstructed('nothingProposed');
      const type = verdict === 'confirm' ? 'decision.confirmed' : 'decision.declined';
      const event = { type, submissionId, data: { decisionId, kind: proposal.kind } } as const;
      if (verdict === 'confirm')
        await takeEffect(tx, parts, ground, { ...proposal, ...closing }, at, [event]);
      else {
        await record(tx, { ...call, at, id: parts.newId() }, event);
        await settleCase(tx, { call, at, newId: parts.newId }, submissionId);
      }
      return { decisionId, state };
    });
}

/** Refuses to set a level whose last day went by while it waited. */
function requireAhead({ validUntil }: DecisionRow, at: Date): void {
  if (validUntil !== null && validUntil < dayOf(at)) throw obstructed('dayPast');
}

/** Takes one's own proposal back. 404 for another customer's, 409 for somebody else's and for a closed one. */
export function withdraw(parts: EngineParts): KycOffice['withdraw'] {
  return (anyCall, { submissionId, decisionId, seenVersion }) =>
    inTransaction(parts.db, async (tx) => {
      const at = parts.clock();
      const ground = await groundOf(tx, parts, { call: anyCall, at }, 'decisions:make', submissionId);
      const proposal = await requireOpen(tx, ground, decisionId);
      if (!ground.rights.withdraw.allowed) throw obstructed(ground.rights.withdraw.why);
      requireSeen(ground.held, seenVersion);
      const { call } = ground;
      const state = 'withdrawn';
      if (!(await closeDecision(tx, proposal, { state, closedAt: at }))) throw obstructed('nothingProposed');
      const data = { decisionId, kind: proposal.kind };
      await record(
        tx,
        { ...call, at, id: parts.newId() },
        { type: 'decision.withdrawn', submissionId, data },
      );
      await settleCase(tx, { call, at, newId: parts.newId }, submissionId);
      return { decisionId, state };
    });
}

/** The proposal that is named; it has to be the one that waits. */
async function requireOpen(
  tx: Tx,
  { call: { tenantId }, held, proposal }: DecisionGround,
  id: string,
): Promise<DecisionRow> {
  if (proposal?.id === id) return proposal;
  const named = await findDecision(tx, { tenantId, submissionId: held.submission.id, id });
  if (named === undefined) throw new KycError(404);
  throw obstructed(named.state === 'lapsed' ? 'profileChanged' : 'nothingProposed');
}
