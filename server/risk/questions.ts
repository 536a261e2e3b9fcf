import type { Case } from './compile';
import type { LoadedModel } from './engine';

/** The questions of a batch to a model's tables; what is asked alike is asked once. */
export class Questions {
  readonly #cases = new Map<string, Case[]>();
  readonly #places = new Map<string, number>();

  /** Puts a case to a table, and says at which place its answer will be. */
  add(table: string, one: Case): number {
    const key = `${table} ${JSON.stringify(one)}`;
    const before = this.#places.get(key);
    if (before !== undefined) return before;
    const cases = this.#cases.get(table) ?? [];
    this.#cases.set(table, cases);
    const place = cases.push(one) - 1;
    this.#places.set(key, place);
    return place;
  }

  /** Asks them all at once; the rows that matched are then told by table and place. */
  async ask(model: Pick<LoadedModel, 'ask'>): Promise<(table: string, place: number) => readonly string[]> {
    const answers = await model.ask(this.#cases);
    return (table, place) => {
      const rows = answers.get(table)?.[place];
      if (rows === undefined) throw new Error(`the model gave no answer for the table ${table}`);
      return rows;
    };
  }
}
