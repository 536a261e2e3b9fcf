import { dayOf } from '@/lib/days';
import { badField } from '@/lib/kyc/contract/errors';
import type { Decide } from '@/lib/kyc/decision-input';
import { levelNeedsSecond } from '@/lib/kyc/four-eyes';
import type { KycOffice } from '@/lib/kyc/office';
import { dayOfLimit } from '@/lib/kyc/relative-day';
import { recordAll } from '../../../audit/record';
import { takeCase } from '../../../cases/assign';
import { settleCase } from '../../../cases/settle';
import type { Tx } from '../../../db/client';
import { readCaseSettings } from '../../../db/queries/case-settings';
import { type DecisionRow, insertDecision } from '../../../db/queries/decisions';
import { activeReason } from '../../../db/queries/reasons';
import { inTransaction } from '../../../db/transaction';
import type { EngineParts } from '../parts';
import { takeEffect } from './effect';
import { type DecisionGround, groundOf, obstructed, requireSeen } from './standing';

/**
 * Decides about a customer: at once where one person is enough, else as a proposal that waits for a second one. 403 for who may not
 * decide; 409 where the state, an open request, an open proposal or a profile that changed since forbids it; 400 for a reason that is
 * not in the library and a level or day that cannot be set.
 */
export function decide(parts: EngineParts): KycOffice['decide'] {
  return (anyCall, input) =>
    inTransaction(parts.db, async (tx) => {
      const at = parts.clock();
      const ground = await groundOf(tx, parts, { call: anyCall, at }, 'decisions:make', input.submissionId);
      const { call, held, rights } = ground;
      const right = rights[input.kind];
      if (!right.allowed) throw obstructed(right.why);
      requireSeen(held, input.seenVersion);
      const second =
        'raisedUntil' in right
          ? levelNeedsSecond(right, levelOf(ground, input), input.validUntil)
          : right.second;
      const decision = await decisionRow(tx, parts, ground, input, { at, second });
      await insertDecision(tx, decision);
      const { id: decisionId, state, kind, riskLevelId, seenVersion } = decision;
      const type = second ? 'decision.proposed' : 'decision.made';
      const event = {
        type,
        submissionId: input.submissionId,
        data: { decisionId, kind, riskLevelId, seenVersion },
      } as const;
      const settling = { call, at, newId: parts.newId };
      if (second) {
        await recordAll(tx, { ...call, at }, parts.newId, [event]);
        await settleCase(tx, settling, input.submissionId);
      } else await takeEffect(tx, parts, ground, decision, at, [event]);
      if (kind !== 'escalate') await takeCase(tx, settling, input.submissionId);
      return { decisionId, state };
    });
}

/** The level that is to be set; a 400 where it is the one in force, unless a person set that and its last day is moved. */
function levelOf({ standing }: DecisionGround, { riskLevelId }: Decide) {
  if (riskLevelId === undefined) throw badField('riskLevelId', 'must name the level to set');
  if (riskLevelId === standing.level && standing.levelUntil === null) {
    throw badField('riskLevelId', 'is the level already');
  }
  return riskLevelId;
}

async function decisionRow(
  tx: Tx,
  { newId }: EngineParts,
  { call }: DecisionGround,
  input: Decide,
  { at, second }: { at: Date; second: boolean },
): Promise<DecisionRow> {
  const { tenantId, actor } = call;
  const { submissionId, kind, seenVersion, reasonId, note } = input;
  if (input.validUntil !== undefined) await requireNear(tx, tenantId, input.validUntil, at);
  const reason = reasonId === undefined ? undefined : await activeReason(tx, tenantId, kind, reasonId);
  if (reasonId !== undefined && reason === undefined) {
    throw badField('reasonId', 'must be a reason of the library for this decision');
  }
  return {
    id: newId(),
    tenantId,
    submissionId,
    kind,
    state: second ? 'awaitingSecond' : 'effective',
    needsSecond: second,
    riskLevelId: input.riskLevelId ?? null,
    validUntil: input.validUntil ?? null,
    reasonId: reason?.id ?? null,
    reason: reason?.words ?? null,
    note: note || null,
    seenVersion,
    makerId: actor.id,
    madeAt: at,
    checkerId: null,
    checkerNote: null,
    closedAt: second ? null : at,
  };
}

/** A changed level holds until a day that is not past, and not for longer than the firm allows. */
async function requireNear(tx: Tx, tenantId: string, validUntil: string, at: Date): Promise<void> {
  const { value } = await readCaseSettings(tx, tenantId);
  const today = dayOf(at);
  const last = dayOfLimit(`+${value.overrideDays}d`, today) ?? today;
  if (validUntil < today) throw badField('validUntil', 'must not be past');
  if (validUntil > last) throw badField('validUntil', `must be ${last} or before`);
}
