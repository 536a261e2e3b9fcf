import * as z from 'zod';
import type { FactId } from '@/lib/risk/facts';
import {
  type DecisionTable,
  decisionTable,
  type Factor,
  riskFactor,
  type RiskModel,
  tableRow,
} from '@/lib/risk/model';
import { floorsOn, forgetRows } from './floor-writing';
import { freshId, idOfName } from './fresh-id';

/** What counts in every other case. */
export type Otherwise = { score: number; explanation: string };

/** What a factor is called and asks about, without its rows. */
export type FactorShape = Pick<Factor, 'name' | 'category'> &
  Pick<DecisionTable, 'facts' | 'hitPolicy'> & { otherwise: Otherwise | null };

const { score, explanation } = tableRow.shape;

/** What the shape of a factor has to keep to, its weights with it. */
export const factorShape = z.object({
  name: riskFactor.shape.name,
  percent: riskFactor.shape.percent,
  facts: decisionTable.shape.facts,
  otherwise: z.object({ score, explanation }).nullable(),
});

/** Adds a factor with one row, which has to be told what it asks for and scores. */
export function addFactor(model: RiskModel, shape: FactorShape, percent: Factor['percent']): Factor {
  const { name, category, facts, hitPolicy } = shape;
  const rows = [{ id: 'row-1', conditions: {}, score: model.notKnownScore, explanation: '' }];
  const factor: Factor = {
    id: idOfName(name, 'factor', model.factors),
    name: name.trim(),
    category,
    percent: { ...percent },
    table: { facts: [...facts], hitPolicy, rows, otherwise: null },
  };
  model.factors.push(factor);
  putOtherwise(factor.table, shape.otherwise);
  return factor;
}

/** Gives a factor another shape: the cells of a column that goes, go with it; a new column takes any value. */
export function shapeFactor(model: RiskModel, id: string, shape: FactorShape): void {
  const factor = model.factors.find((one) => one.id === id);
  if (!factor) return;
  const { table } = factor;
  factor.name = shape.name.trim();
  factor.category = shape.category;
  table.hitPolicy = shape.hitPolicy;
  const gone = table.facts.filter((fact) => !shape.facts.includes(fact));
  const added = shape.facts.filter((fact) => !table.facts.includes(fact));
  table.facts = [...table.facts.filter((fact) => !gone.includes(fact)), ...added];
  for (const { conditions } of table.rows) for (const fact of gone) delete conditions[fact];
  if (shape.otherwise === null && table.otherwise) forgetRows(model, id, [table.otherwise.id]);
  putOtherwise(table, shape.otherwise);
}

function putOtherwise(table: DecisionTable, otherwise: Otherwise | null): void {
  if (otherwise === null) table.otherwise = null;
  else {
    const id = table.otherwise?.id ?? freshId('otherwise', table.rows);
    table.otherwise = { id, score: otherwise.score, explanation: otherwise.explanation.trim() };
  }
}

/** The columns that go where only `facts` stay, each with how many of its cells ask for something. */
export function columnLoss(
  { table }: Factor,
  facts: readonly FactId[],
): Array<{ fact: FactId; cells: number }> {
  const gone = table.facts.filter((fact) => !facts.includes(fact));
  return gone.map((fact) => ({
    fact,
    cells: table.rows.filter(({ conditions }) => conditions[fact] !== undefined).length,
  }));
}

/** The rows, counted from one, that would ask for nothing with these columns alone. */
export function bareRows({ table }: Factor, facts: readonly FactId[]): number[] {
  return table.rows.flatMap(({ conditions }, index) =>
    facts.some((fact) => conditions[fact] !== undefined) ? [] : [index + 1],
  );
}

/** Moves a factor one place up or down, where there is one. */
export function moveFactor({ factors }: RiskModel, index: number, by: -1 | 1): void {
  const [factor, other] = [factors[index], factors[index + by]];
  if (!factor || !other) return;
  factors[index] = other;
  factors[index + by] = factor;
}

/** Takes a factor away, and the rules that look at it; what it weighed is for the others to make up. */
export function removeFactor(model: RiskModel, id: string): void {
  const looking = floorsOn(model, id).map((floor) => floor.id);
  model.factors = model.factors.filter((factor) => factor.id !== id);
  model.floors = model.floors.filter((floor) => !looking.includes(floor.id));
}
