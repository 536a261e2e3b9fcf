import type { AuditEvent } from '../../../audit/events';
import { recordAll } from '../../../audit/record';
import type { Tx } from '../../../db/client';
import { markEscalated } from '../../../db/queries/cases';
import type { DecisionRow } from '../../../db/queries/decisions';
import { endOverride, insertOverride } from '../../../db/queries/overrides';
import { changeSubmission } from '../change';
import type { EngineParts } from '../parts';
import type { DecisionGround } from './standing';

/** Makes a decision hold: the state it moves to, the level it sets, or that the case is escalated; `events` are recorded with it. */
export async function takeEffect(
  tx: Tx,
  { newId }: Pick<EngineParts, 'newId'>,
  { call, held }: Pick<DecisionGround, 'call' | 'held'>,
  decision: DecisionRow,
  at: Date,
  events: readonly AuditEvent[],
): Promise<void> {
  const { submissionId, tenantId, kind } = decision;
  if (kind === 'escalate') {
    await markEscalated(tx, { tenantId, submissionId }, decision.makerId, at);
    await recordAll(tx, { ...call, at }, newId, events);
    return;
  }
  if (kind === 'changeLevel') {
    const { override, events: set } = await setLevel(tx, newId, decision, at);
    await changeSubmission(tx, { newId }, { call, at }, held, {
      state: held.submission.kycState,
      override,
      events: [...events, ...set],
      trigger: 'risk.overridden',
    });
    return;
  }
  const state = kind === 'approve' ? 'Approved' : 'Rejected';
  await changeSubmission(tx, { newId }, { call, at }, held, { state, events, trigger: `decision.${kind}` });
}

/** Sets the level of a decision in place of the one in force, which ends where a person had set it. */
async function setLevel(tx: Tx, newId: () => string, decision: DecisionRow, at: Date) {
  const { id: decisionId, tenantId, submissionId, riskLevelId, validUntil } = decision;
  if (riskLevelId === null || validUntil === null) throw new Error(`decision ${decisionId} sets no level`);
  const replaced = await endOverride(tx, submissionId, 'replaced', at);
  const id = newId();
  await insertOverride(tx, {
    id,
    tenantId,
    submissionId,
    decisionId,
    riskLevelId,
    validUntil,
    createdAt: at,
  });
  const events: AuditEvent[] = replaced
    ? [{ type: 'risk.override_ended', submissionId, data: { overrideId: replaced, because: 'replaced' } }]
    : [];
  const data = { overrideId: id, decisionId, riskLevelId, validUntil };
  events.push({ type: 'risk.overridden', submissionId, data });
  return { override: { id, riskLevelId }, events };
}
