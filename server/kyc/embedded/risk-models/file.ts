import { KycError } from '@/lib/kyc/contract/errors';
import { modelFile, readModelFile } from '@/lib/risk/model-file';
import type { RiskModelOffice } from '@/lib/risk/model-office';
import { changeModelVersion, lastModelVersion } from '../../../db/queries/risk-models';
import { inTransaction } from '../../../db/transaction';
import { shippedModel } from '../../../risk/shipped';
import type { EngineParts } from '../parts';
import { holdSeen, recordModel, requireHolder } from './standing';
import { definitionOfVersion } from './versions';

/** Hands out a version as a file; the download is on record before it is. */
export function exportFile(parts: EngineParts): RiskModelOffice['exportFile'] {
  return (anyCall, version) =>
    inTransaction(parts.db, async (tx) => {
      const call = await requireHolder(tx, anyCall, 'risk-model:read');
      const isFirst = (await lastModelVersion(tx, call.tenantId)) === 0;
      const model = isFirst ? shippedModel() : await definitionOfVersion(tx, call.tenantId, version);
      if (model?.version !== version) throw new KycError(404);
      const of = { modelId: model.id, version };
      await recordModel(tx, parts, { call, at: parts.clock() }, 'risk_model.exported', of);
      return modelFile(model);
    });
}

/** Puts what a file says into a draft that is as it was seen; a file with a fault changes nothing. */
export function importFile(parts: EngineParts): RiskModelOffice['importFile'] {
  return (anyCall, { file, ...seen }) =>
    inTransaction(parts.db, async (tx) => {
      const call = await requireHolder(tx, anyCall, 'risk-model:edit');
      const { tenantId, actor } = call;
      const held = await holdSeen(tx, tenantId, seen, ['draft']);
      const { model, faults } = readModelFile(file, { id: held.modelId, version: held.version });
      if (model === null) throw new KycError(400, { fields: faults });
      const [revision, at] = [held.revision + 1, parts.clock()];
      await changeModelVersion(
        tx,
        { tenantId, ...seen, states: ['draft'] },
        { definition: model, revision, draftedBy: actor.id, updatedAt: at },
      );
      await recordModel(tx, parts, { call, at }, 'risk_model.imported', held);
      return { revision };
    });
}
