import type { RiskLevel } from '@/lib/kyc/contract/lists';
import type { Facts } from '@/lib/risk/facts';
import type { RiskModel } from '@/lib/risk/model';
import type { DbOrTx } from '../../../db/client';
import { type BookRow, readBook } from '../../../db/queries/book';
import { assessMany, type RiskResult } from '../../../risk/assess';
import { factsAnew } from './facts-anew';

/** How many customers one transaction goes through: a moment of the embedded database's only session. */
export const BATCH = 250;

/** A customer of the book as a model rates it. */
export type Rated = {
  row: BookRow;
  result: RiskResult;
  /** The level in force under the model: what a person set stays. */
  riskLevelId: RiskLevel;
};

/** Rates some customers by a model, by what was known of each at its last assessment. */
export async function rateBook(
  db: DbOrTx,
  { tenantId, ids, at }: { tenantId: string; ids: readonly string[]; at: Date },
  model: RiskModel,
): Promise<Rated[]> {
  const rows = await readBook(db, tenantId, ids, at.toISOString().slice(0, 10));
  const facts: Facts[] = [];
  for (const row of rows) facts.push(await factsOfRow(db, tenantId, row, at));
  const results = await assessMany(facts, model);
  return rows.flatMap((row, index): Rated[] => {
    const result = results[index];
    if (result === undefined) return [];
    return [{ row, result, riskLevelId: row.overrideLevelId ?? result.calculatedRiskLevelId }];
  });
}

/** What was known at the last assessment; of one from before that was kept, what its answers say now. */
async function factsOfRow(db: DbOrTx, tenantId: string, row: BookRow, at: Date): Promise<Facts> {
  return (row.facts as Facts | null) ?? factsAnew(db, tenantId, row.submissionId, at);
}
