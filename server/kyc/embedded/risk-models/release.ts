import type { KycCall } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import { riskModel } from '@/lib/risk/model';
import type { RiskModelOffice } from '@/lib/risk/model-office';
import { record } from '../../../audit/record';
import type { Tx } from '../../../db/client';
import { holdCreations } from '../../../db/queries/creation';
import { changeModelVersion, type ModelVersionRow } from '../../../db/queries/risk-models';
import { inTransaction } from '../../../db/transaction';
import { enqueue } from '../../../queue/enqueue';
import { nudgeJob } from '../../../queue/nudge';
import type { EngineParts } from '../parts';
import { requireSound } from './definition';
import { holdSeen, recordModel, requireHolder } from './standing';

/** Proposes a draft that the check finds no error in; from then on nobody changes it, unless it is sent back. */
export function propose(parts: EngineParts): RiskModelOffice['propose'] {
  return (anyCall, { note, ...seen }) =>
    inTransaction(parts.db, async (tx) => {
      const call = await requireHolder(tx, anyCall, 'risk-model:edit');
      const held = await holdSeen(tx, call.tenantId, seen, ['draft']);
      requireSound(riskModel.parse(held.definition));
      const at = parts.clock();
      const from = { tenantId: call.tenantId, ...seen, states: ['draft'] as const };
      const proposed = { state: 'proposed', proposedBy: call.actor.id, proposedAt: at } as const;
      await changeModelVersion(tx, from, { ...proposed, note, updatedAt: at });
      await recordModel(tx, parts, { call, at }, 'risk_model.proposed', held);
    });
}

/** Ends a draft or proposal for good; its number is not given again. */
export function withdraw(parts: EngineParts): RiskModelOffice['withdraw'] {
  return (anyCall, seen) =>
    inTransaction(parts.db, async (tx) => {
      const call = await requireHolder(tx, anyCall, 'risk-model:edit');
      const held = await holdSeen(tx, call.tenantId, seen, ['draft', 'proposed']);
      const at = parts.clock();
      const from = { tenantId: call.tenantId, ...seen, states: ['draft', 'proposed'] as const };
      await changeModelVersion(tx, from, { state: 'withdrawn', updatedAt: at });
      await recordModel(tx, parts, { call, at }, 'risk_model.withdrawn', held);
    });
}

/** Sends a proposal back: it is a draft again, and can be changed. */
export function decline(parts: EngineParts): RiskModelOffice['decline'] {
  return (anyCall, { note, ...seen }) =>
    inTransaction(parts.db, async (tx) => {
      const call = await requireHolder(tx, anyCall, 'risk-model:release');
      const held = await holdSeen(tx, call.tenantId, seen, ['proposed']);
      const at = parts.clock();
      const declined = { declinedBy: call.actor.id, declinedAt: at, declineNote: note };
      await asSecondPerson(tx, call, seen, { state: 'draft', ...declined, updatedAt: at });
      await recordModel(tx, parts, { call, at }, 'risk_model.declined', held);
    });
}

/**
 * Puts a proposal in force, and asks in the same transaction for every customer to be assessed by it. Whoever is assessed for another
 * reason from then on is assessed by it as well.
 */
export function release(parts: EngineParts): RiskModelOffice['release'] {
  return async (anyCall, seen) => {
    await inTransaction(parts.db, async (tx) => {
      const call = await requireHolder(tx, anyCall, 'risk-model:release');
      const { tenantId, actor } = call;
      const held = await holdSeen(tx, tenantId, seen, ['proposed']);
      requireSound(riskModel.parse(held.definition));
      const at = parts.clock();
      const released = { state: 'released', releasedBy: actor.id, releasedAt: at } as const;
      const { modelId, version, proposedBy } = await asSecondPerson(tx, call, seen, {
        ...released,
        updatedAt: at,
      });
      const data = { modelId, modelVersion: version, proposedBy: proposedBy ?? '' };
      const event = { type: 'risk_model.released', submissionId: null, data } as const;
      await record(tx, { ...call, at, id: parts.newId() }, event);
      await enqueue(tx, 'reassess', { tenantId, modelVersion: version });
      // Last, since others wait from here on: whoever was created by the model before is there for the job to find.
      await holdCreations(tx);
    });
    nudgeJob('reassess');
  };
}

/** Changes a proposal by somebody else than who made it, which the statement itself asks for. */
async function asSecondPerson(
  tx: Tx,
  { tenantId, actor }: KycCall,
  seen: { version: number; revision: number },
  change: Parameters<typeof changeModelVersion>[2],
): Promise<ModelVersionRow> {
  const from = { tenantId, ...seen, states: ['proposed'] as const, notBy: actor.id };
  const row = await changeModelVersion(tx, from, change);
  if (!row)
    throw new KycError(403, { message: 'A second person has to look at it: you proposed it yourself' });
  return row;
}
