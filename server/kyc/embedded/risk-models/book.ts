import { dayOf } from '@/lib/days';
import { setImmediate as turn } from 'node:timers/promises';
import type { RiskLevel } from '@/lib/kyc/contract/lists';
import type { Facts } from '@/lib/risk/facts';
import type { RiskModel } from '@/lib/risk/model';
import type { DbOrTx } from '../../../db/client';
import { type BookRow, type KnownAt, readBook, readKnown } from '../../../db/queries/book';
import { assessMany, type RiskResult } from '../../../risk/assess';
import { factsAnew } from './facts-anew';

/** How many are rated before others of the process have their turn. */
const AT_A_TIME = 125;

/** A customer of the book as a model rates it. */
export type Rated = {
  row: BookRow;
  result: RiskResult;
  /** The level in force under the model: what a person set stays. */
  riskLevelId: RiskLevel;
};

/**
 * Rates customers by one model, by what was known of each at its last assessment. That never changes, so a result may be worked out
 * ahead, while the database is busy with others: it holds for whoever still has that assessment as the last one when it is asked for.
 */
export class Ratings {
  readonly #model: RiskModel;
  /** By the assessment that they rest on. */
  #ahead: ReadonlyMap<string, RiskResult> = new Map();

  constructor(model: RiskModel) {
    this.#model = model;
  }

  /** Works out ahead what is likely to be asked for next, in place of what was worked out before. */
  async prepare(known: readonly KnownAt[]): Promise<void> {
    this.#ahead = await this.#rate(known);
  }

  /** Some customers of a tenant, as they are now. */
  async of(
    db: DbOrTx,
    { tenantId, ids, at }: { tenantId: string; ids: readonly string[]; at: Date },
  ): Promise<Rated[]> {
    const rows = await readBook(db, tenantId, ids, dayOf(at));
    const others = rows.filter(({ assessmentId }) => !this.#ahead.has(assessmentId));
    const kept = others.filter(({ hasFacts }) => hasFacts).map(({ assessmentId }) => assessmentId);
    const known = await readKnown(db, kept);
    // Where that is not all that is known, what answers and documents say now.
    for (const { hasFacts, assessmentId, submissionId } of others) {
      if (!hasFacts) known.push({ assessmentId, facts: await factsAnew(db, tenantId, submissionId, at) });
    }
    const results = new Map([...this.#ahead, ...(await this.#rate(known))]);
    return rows.flatMap((row): Rated[] => {
      const result = results.get(row.assessmentId);
      if (result === undefined) return [];
      return [{ row, result, riskLevelId: row.overrideLevelId ?? result.calculatedRiskLevelId }];
    });
  }

  async #rate(known: readonly KnownAt[]): Promise<Map<string, RiskResult>> {
    const results = new Map<string, RiskResult>();
    for (let first = 0; first < known.length; first += AT_A_TIME) {
      await turn();
      const some = known.slice(first, first + AT_A_TIME);
      const rated = await assessMany(
        some.map(({ facts }) => facts as Facts),
        this.#model,
      );
      for (const [index, result] of rated.entries()) {
        const { assessmentId } = some[index] ?? {};
        if (assessmentId !== undefined) results.set(assessmentId, result);
      }
    }
    return results;
  }
}
