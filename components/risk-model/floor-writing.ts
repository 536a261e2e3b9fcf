import type { Factor, Floor, RiskModel } from '@/lib/risk/model';
import { freshId } from './fresh-id';

/** What a rule says, but for its id. */
export type FloorWords = Omit<Floor, 'id'>;

/** Puts what a rule says in the place of one, or behind all where it is new; its id stays. */
export function putFloor({ floors }: RiskModel, id: string | undefined, said: FloorWords): void {
  const at = floors.findIndex((floor) => floor.id === id);
  const floor = { ...structuredClone(said), explanation: said.explanation.trim() };
  if (at >= 0) floors[at] = { ...floor, id: floors[at]?.id ?? '' };
  else floors.push({ ...floor, id: freshId('rule', floors) });
}

export function removeFloor(model: RiskModel, id: string): void {
  model.floors = model.floors.filter((floor) => floor.id !== id);
}

/** The rows of a factor that a rule can look at: those of its table, and what counts in every other case. */
export function rowIdsOf({ table }: Factor): string[] {
  return [...table.rows.map(({ id }) => id), ...(table.otherwise ? [table.otherwise.id] : [])];
}

/** Takes rows of a factor out of the rules that name them; a rule that named no other goes with them. */
export function forgetRows(model: RiskModel, factorId: string, rowIds: readonly string[]): void {
  model.floors = model.floors.filter(({ when }) => {
    if (when.kind !== 'row' || when.factor !== factorId) return true;
    when.rows = when.rows.filter((id) => !rowIds.includes(id));
    return when.rows.length > 0;
  });
}

/** The rules that look at a factor, by their places counted from one. */
export function floorsOn({ floors }: RiskModel, factorId: string): Array<Floor & { number: number }> {
  return floors.flatMap((floor, index) => {
    const looks = 'factor' in floor.when && floor.when.factor === factorId;
    return looks ? [{ ...floor, number: index + 1 }] : [];
  });
}
