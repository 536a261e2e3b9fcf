import { type DecisionTable, type RiskModel } from '../model';
import { type Column, holds } from './cells';

/** How many combinations of values a table is looked at for; beyond it a check would be felt while one types. */
export const LIMIT = 20_000;

export function sizeOf(columns: readonly Column[]): number {
  return columns.reduce((all, { values }) => all * values.length, 1);
}

/** Goes through every combination of values with the rows that match it, by their places in the table. */
export function walk(
  { rows }: DecisionTable,
  columns: readonly Column[],
  lists: RiskModel['countryLists'],
  visit: (at: readonly number[], matched: readonly number[]) => void,
): void {
  const matching = columns.map(({ fact, values }) =>
    values.map((value) =>
      rows.map(({ conditions }) => {
        const cell = conditions[fact];
        return cell === undefined || holds(cell, value, lists);
      }),
    ),
  );
  const at: number[] = [];
  const go = (column: number, matched: readonly number[]) => {
    const values = matching[column];
    if (values === undefined) return visit(at, matched);
    for (const [index, is] of values.entries()) {
      at[column] = index;
      go(
        column + 1,
        matched.filter((row) => is[row]),
      );
    }
  };
  go(0, [...rows.keys()]);
}
