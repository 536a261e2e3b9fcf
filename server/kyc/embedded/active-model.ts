import { type RiskModel, riskModel } from '@/lib/risk/model';
import type { Database, DbOrTx } from '../../db/client';
import { insertFirstModel, releasedDefinition, versionInForce } from '../../db/queries/active-model';
import { inTransaction } from '../../db/transaction';
import { shippedModel } from '../../risk/shipped';

/** How many versions are held in memory: what has been released never changes. */
const HELD = 64;
const held = new Map<string, RiskModel>();

/** The model in force: the highest version that the tenant released, or the one that the product came with. */
export async function activeModel(db: DbOrTx, tenantId: string): Promise<RiskModel> {
  const version = await versionInForce(db, tenantId);
  return version === undefined ? shippedModel() : releasedModel(db, tenantId, version);
}

/** A released version of the tenant's model, read once. */
async function releasedModel(db: DbOrTx, tenantId: string, version: number): Promise<RiskModel> {
  const key = `${tenantId}/${version}`;
  const before = held.get(key);
  if (before) return before;
  const model = riskModel.parse(await releasedDefinition(db, tenantId, version));
  if (held.size >= HELD) held.clear();
  held.set(key, model);
  return model;
}

/** Puts the model that the product comes with in force, where the tenant has none yet. */
export async function seedShippedModel(db: Database, tenantId: string, at: Date): Promise<void> {
  const definition = shippedModel();
  const { id: modelId, version } = definition;
  await inTransaction(db, (tx) => insertFirstModel(tx, { tenantId, version, modelId, definition, at }));
}
