import type { UserType } from '../../kyc/contract/lists';
import type { FactId } from '../facts';
import type { FindingExample } from '../finding';
import type { DecisionTable } from '../model';
import { type Column, exampleOf, optionsOf } from './cells';

type Options = {
  /** Whether any row names an option of the fact. */
  isNamed: boolean;
  /** Options that no row names, and those of them that some customer has whom no row answers. */
  values: Set<string>;
  caught: Set<string>;
};

/** What a walk through a table has seen, rows by their places. */
export class Sight {
  /** Rows that match somewhere, and rows that count somewhere. */
  readonly matched = new Set<number>();
  readonly wins = new Set<number>();
  /** Rows that match where one above counts with another score: which, and for whom. */
  readonly shadows = new Map<number, { by: Set<number>; example: FindingExample }>();
  /** For each kind of customer one whom no row answers. */
  readonly gaps = new Map<UserType, FindingExample>();
  readonly unnamed = new Map<FactId, Options>();
  readonly #table: DecisionTable;

  constructor(table: DecisionTable) {
    this.#table = table;
    for (const fact of table.facts) {
      const named = table.rows.flatMap(({ conditions }) => {
        const cell = conditions[fact];
        return cell?.kind === 'oneOf' ? cell.values : [];
      });
      const values = optionsOf(fact).filter((value) => !named.includes(value));
      if (fact === 'customerKind') continue;
      this.unnamed.set(fact, { isNamed: named.length > 0, values: new Set(values), caught: new Set() });
    }
  }

  see(kind: UserType, columns: readonly Column[], at: readonly number[], matched: readonly number[]): void {
    const winner = this.count(matched);
    if (winner === undefined) {
      if (!this.gaps.has(kind)) this.gaps.set(kind, exampleOf(kind, columns, at));
      this.#catch(columns, at);
      return;
    }
    for (const row of matched) {
      if (this.#table.hitPolicy !== 'first' || this.#score(row) === this.#score(winner)) continue;
      const shadow = this.shadows.get(row);
      if (shadow) shadow.by.add(winner);
      else this.shadows.set(row, { by: new Set([winner]), example: exampleOf(kind, columns, at) });
    }
  }

  /** Which of the rows that match counts. */
  count(matched: readonly number[]): number | undefined {
    const winner = this.#winner(matched);
    if (winner !== undefined) this.wins.add(winner);
    for (const row of matched) this.matched.add(row);
    return winner;
  }

  #score(row: number): number {
    return this.#table.rows[row]?.score ?? 0;
  }

  /** Of rows that score the same the one that comes first. */
  #winner(matched: readonly number[]): number | undefined {
    if (this.#table.hitPolicy === 'first') return matched[0];
    return matched.reduce<number | undefined>(
      (most, row) => (most === undefined || this.#score(row) > this.#score(most) ? row : most),
      undefined,
    );
  }

  #catch(columns: readonly Column[], at: readonly number[]): void {
    for (const [index, { fact, values }] of columns.entries()) {
      const options = this.unnamed.get(fact);
      const value = values[at[index] ?? 0];
      if (options && typeof value === 'string' && options.values.has(value)) options.caught.add(value);
    }
  }
}
