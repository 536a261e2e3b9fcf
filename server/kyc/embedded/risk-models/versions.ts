import { KycError } from '@/lib/kyc/contract/errors';
import { type RiskModel, riskModel } from '@/lib/risk/model';
import type { ModelDeed, ModelVersionLine, RiskModelOffice } from '@/lib/risk/model-office';
import type { DbOrTx } from '../../../db/client';
import { findModelVersion, type ModelVersionRow, modelVersions } from '../../../db/queries/risk-models';
import { staffNames } from '../../../db/queries/staff';
import { shippedModel } from '../../../risk/shipped';
import type { EngineParts } from '../parts';

/** Every version, the newest first; before the first draft that is the model that the product came with. */
export function listVersions({ db }: EngineParts): RiskModelOffice['versions'] {
  return async ({ tenantId }) => {
    const rows = await modelVersions(db, tenantId);
    return rows.length > 0 ? linesOf(db, tenantId, rows) : [shippedLine()];
  };
}

/** One version with all that it says; 404 for none of the tenant. */
export function readVersion({ db }: EngineParts): RiskModelOffice['version'] {
  return async ({ tenantId }, version) => {
    const rows = await modelVersions(db, tenantId);
    if (rows.length === 0 && version === shippedModel().version) {
      return { ...shippedLine(), definition: shippedModel() };
    }
    const line = (await linesOf(db, tenantId, rows)).find((one) => one.version === version);
    const definition = line && (await definitionOfVersion(db, tenantId, version));
    if (!definition) throw new KycError(404);
    return { ...line, definition };
  };
}

/** What a version says; undefined for none of the tenant. */
export async function definitionOfVersion(
  db: DbOrTx,
  tenantId: string,
  version: number,
): Promise<RiskModel | undefined> {
  const row = await findModelVersion(db, tenantId, version);
  return row && riskModel.parse(row.definition);
}

async function linesOf(db: DbOrTx, tenantId: string, rows: ModelVersionRow[]): Promise<ModelVersionLine[]> {
  const ids = rows.flatMap((row) => [row.draftedBy, row.proposedBy, row.declinedBy, row.releasedBy]);
  const names = await staffNames(db, tenantId, [...new Set(ids.filter((id) => id !== null))]);
  const deed = (by: string | null, at: Date | null): ModelDeed | null =>
    by === null || at === null ? null : { by, name: names.get(by) ?? null, at: at.toISOString() };
  const inForce = rows.find(({ state }) => state === 'released')?.version;
  return rows.map((row) => {
    const declined = deed(row.declinedBy, row.declinedAt);
    return {
      version: row.version,
      state: row.state,
      isInForce: row.version === inForce,
      revision: row.revision,
      note: row.note,
      changed: deed(row.draftedBy, row.state === 'draft' ? row.updatedAt : row.createdAt),
      proposed: deed(row.proposedBy, row.proposedAt),
      declined: declined && { ...declined, note: row.declineNote ?? '' },
      released: deed(row.releasedBy, row.releasedAt),
    };
  });
}

function shippedLine(): ModelVersionLine {
  const { version } = shippedModel();
  const nobody = { note: null, changed: null, proposed: null, declined: null, released: null };
  return { version, state: 'released', isInForce: true, revision: 1, ...nobody };
}
