import { KycError } from '@/lib/kyc/contract/errors';
import { riskModel } from '@/lib/risk/model';
import type { RiskModelOffice } from '@/lib/risk/model-office';
import {
  changeModelVersion,
  findModelVersion,
  insertDraft,
  lastModelVersion,
} from '../../../db/queries/risk-models';
import { inTransaction } from '../../../db/transaction';
import { seedShippedModel } from '../active-model';
import type { EngineParts } from '../parts';
import { definitionOf } from './definition';
import { holdSeen, recordModel, requireHolder } from './standing';

/** Begins a draft with what a released version says, under the next number. One is open at a time, however many begin one at once. */
export function startDraft(parts: EngineParts): RiskModelOffice['startDraft'] {
  return (anyCall, from) =>
    inTransaction(parts.db, async (tx) => {
      const call = await requireHolder(tx, anyCall, 'risk-model:edit');
      const { tenantId, actor } = call;
      const at = parts.clock();
      await seedShippedModel(tx, tenantId, at);
      const source = await findModelVersion(tx, tenantId, from.version);
      if (source?.state !== 'released') throw new KycError(404);
      const version = (await lastModelVersion(tx, tenantId)) + 1;
      const model = { ...riskModel.parse(source.definition), version };
      const isFirst = await insertDraft(tx, { tenantId, model, by: actor.id, at });
      if (!isFirst) throw new KycError(409, { message: 'Another draft or proposal is open already' });
      await recordModel(tx, parts, { call, at }, 'risk_model.drafted', { modelId: model.id, version });
      return { version };
    });
}

/** Puts another definition into a draft that is as it was seen. */
export function changeDraft(parts: EngineParts): RiskModelOffice['changeDraft'] {
  return (anyCall, { definition, ...seen }) =>
    inTransaction(parts.db, async (tx) => {
      const { tenantId, actor } = await requireHolder(tx, anyCall, 'risk-model:edit');
      const held = await holdSeen(tx, tenantId, seen, ['draft']);
      const model = definitionOf(definition, { id: held.modelId, version: held.version });
      const revision = held.revision + 1;
      await changeModelVersion(
        tx,
        { tenantId, ...seen, states: ['draft'] },
        { definition: model, revision, draftedBy: actor.id, updatedAt: parts.clock() },
      );
      return { revision };
    });
}
