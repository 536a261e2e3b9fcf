import type { Finding } from '../finding';
import { cellsOf, type Condition, type RiskModel } from '../model';
import { about } from './about';

/** Floors that look at what is not there. */
export function checkFloors({ floors: all, factors }: RiskModel): Finding[] {
  return all.flatMap(({ id, when }) => {
    if (when.kind !== 'row' && when.kind !== 'factor') return [];
    const factor = factors.find((one) => one.id === when.factor);
    const wanted = when.kind === 'row' ? when.rows : [];
    const rows = factor?.table.rows.map((row) => row.id) ?? [];
    if (factor && wanted.every((row) => rows.includes(row) || factor.table.otherwise?.id === row)) return [];
    return [
      { ...about('error', 'floor', 'A floor looks at a factor or a row that is not there.'), floorId: id },
    ];
  });
}

/** Country lists that are asked for and not there. */
export function checkLists({ factors, countryLists, floors: all }: RiskModel): Finding[] {
  const isThere = (condition: Condition) =>
    condition.kind !== 'onList' || condition.lists.every((id) => countryLists.some((list) => list.id === id));
  const text = 'A row asks about a country list that is not there.';
  return [
    ...factors.flatMap((factor) => {
      const rowIds = factor.table.rows.flatMap(({ id, conditions }) =>
        cellsOf(conditions).every(([, cell]) => isThere(cell)) ? [] : [id],
      );
      return rowIds.length === 0 ? [] : [{ ...about('error', 'list', text), factorId: factor.id, rowIds }];
    }),
    ...all.flatMap(({ id, when }) =>
      when.kind !== 'fact' || isThere(when.condition)
        ? []
        : [{ ...about('error', 'list', text), floorId: id }],
    ),
  ];
}
