import type { FactId } from '@/lib/risk/facts';
import type { Condition, DecisionTable, RiskModel, TableRow } from '@/lib/risk/model';
import { forgetRows } from './floor-writing';
import { freshId } from './fresh-id';

/** Puts a new row behind one: it asks for what that one asks, to be changed from there. */
export function addRow(table: DecisionTable, behind: number): void {
  const like = table.rows[behind];
  const row: TableRow = {
    id: freshId('row', [...table.rows, ...(table.otherwise ? [table.otherwise] : [])]),
    conditions: structuredClone(like?.conditions ?? {}),
    score: like?.score ?? 0,
    explanation: '',
  };
  table.rows.splice(behind + 1, 0, row);
}

/** Moves a row one place up or down, where there is one. */
export function moveRow({ rows }: DecisionTable, index: number, by: -1 | 1): void {
  const [row, other] = [rows[index], rows[index + by]];
  if (!row || !other) return;
  rows[index] = other;
  rows[index + by] = row;
}

/** Takes a row away, and out of the floors that name it; a floor that named no other goes with it. */
export function removeRow(model: RiskModel, factorIndex: number, index: number): void {
  const factor = model.factors[factorIndex];
  const [row] = factor?.table.rows.splice(index, 1) ?? [];
  if (!factor || !row) return;
  forgetRows(model, factor.id, [row.id]);
}

/** Lets a row ask something of a fact, or nothing. */
export function putCondition(
  { rows }: DecisionTable,
  row: number,
  fact: FactId | undefined,
  condition: Condition | undefined,
): void {
  const conditions = rows[row]?.conditions;
  if (!conditions || !fact) return;
  if (condition === undefined) delete conditions[fact];
  else conditions[fact] = condition;
}

/** Puts what was typed into a row, or behind the last one into what counts otherwise; a score that is no number is left as it was. */
export function putText(
  { rows, otherwise }: DecisionTable,
  row: number,
  what: 'score' | 'explanation',
  typed: string,
): void {
  const one = row === rows.length ? otherwise : rows[row];
  const number = Number(typed.trim());
  if (!one) return;
  if (what === 'explanation') one.explanation = typed.trim();
  else if (typed.trim() !== '' && Number.isFinite(number)) one.score = number;
}
