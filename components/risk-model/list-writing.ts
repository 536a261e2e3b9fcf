import { type CountryList, cellsOf, type Condition, type RiskModel } from '@/lib/risk/model';
import { idOfName } from './fresh-id';

/** A place that asks about a country list. */
export type ListUse = { kind: 'row'; factor: string; row: number } | { kind: 'floor'; number: number };

/** Adds a list without a country yet; its key comes from its name, and stays when that is changed. */
export function addList(
  { countryLists }: RiskModel,
  given: Pick<CountryList, 'name' | 'source' | 'publishedOn'>,
): CountryList {
  const name = given.name.trim();
  const list: CountryList = {
    id: idOfName(name, 'list', countryLists),
    name,
    says: `on the list “${name}”`,
    source: given.source.trim(),
    publishedOn: given.publishedOn,
    countries: [],
  };
  countryLists.push(list);
  return list;
}

/** Who asks about a list: rows and floors by their places, counted from one. */
export function usesOfList({ factors, floors }: RiskModel, id: string): ListUse[] {
  const asks = (condition: Condition) => condition.kind === 'onList' && condition.lists.includes(id);
  return [
    ...factors.flatMap(({ name, table }) =>
      table.rows.flatMap(({ conditions }, index): ListUse[] =>
        cellsOf(conditions).some(([, cell]) => asks(cell))
          ? [{ kind: 'row', factor: name, row: index + 1 }]
          : [],
      ),
    ),
    ...floors.flatMap(({ when }, index): ListUse[] =>
      when.kind === 'fact' && asks(when.condition) ? [{ kind: 'floor', number: index + 1 }] : [],
    ),
  ];
}

/** Takes a list away that nobody asks about; any other stays. */
export function removeList(model: RiskModel, id: string): void {
  if (usesOfList(model, id).length > 0) return;
  model.countryLists = model.countryLists.filter((list) => list.id !== id);
}
