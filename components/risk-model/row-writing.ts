import type { DecisionTable, RiskModel, TableRow } from '@/lib/risk/model';

/** A row's id that no other row of the table has. */
function freshId({ rows, otherwise }: DecisionTable): string {
  const taken = new Set([...rows.map(({ id }) => id), otherwise?.id]);
  let number = rows.length + 1;
  while (taken.has(`row-${number}`)) number += 1;
  return `row-${number}`;
}

/** Puts a new row behind one: it asks for what that one asks, to be changed from there. */
export function addRow(table: DecisionTable, behind: number): void {
  const like = table.rows[behind];
  const row: TableRow = {
    id: freshId(table),
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
  model.floors = model.floors.filter(({ when }) => {
    if (when.kind !== 'row' || when.factor !== factor.id) return true;
    when.rows = when.rows.filter((id) => id !== row.id);
    return when.rows.length > 0;
  });
}
