import { type FactId, factOf } from './facts';
import { cellsOf, type Condition, type CountryList, type TableRow } from './model';
import { listed, valueText } from './words';

/** What a cell asks of a fact, in words: "Student or Retired", "from 10 up to 25 %", "on FATF: call for action". */
export function conditionText(
  id: FactId,
  condition: Condition | undefined,
  lists: readonly Pick<CountryList, 'id' | 'name'>[],
): string {
  if (condition === undefined) return 'any';
  switch (condition.kind) {
    case 'oneOf':
      return either(condition.values.map((value) => valueText(id, value)));
    case 'onList':
      return `on ${either(condition.lists.map((list) => lists.find((one) => one.id === list)?.name ?? list))}`;
    case 'range':
      return rangeText(id, condition);
    case 'is':
      return valueText(id, condition.value);
  }
}

function rangeText(id: FactId, { from, to }: { from: number | null; to: number | null }): string {
  const fact = factOf(id);
  if (to !== null && fact.kind === 'number' && fact.isWhole) return wholeText(id, from ?? fact.min, to - 1);
  if (from === null) return `below ${valueText(id, to ?? 0)}`;
  if (to === null) return `${valueText(id, from)} or more`;
  return `${valueText(id, from)} up to below ${valueText(id, to)}`;
}

/** A range of whole numbers, both ends in it. */
function wholeText(id: FactId, first: number, last: number): string {
  return first >= last ? valueText(id, last) : `${first} to ${valueText(id, last)}`;
}

/** A row's conditions in words: "Occupation: Student; Net worth: below 1". */
export function rowText(
  conditions: TableRow['conditions'],
  lists: readonly Pick<CountryList, 'id' | 'name'>[],
): string {
  const cells = cellsOf(conditions).map(
    ([id, cell]) => `${factOf(id).label}: ${conditionText(id, cell, lists)}`,
  );
  return cells.join('; ') || 'any';
}

const alternatives = new Intl.ListFormat('en', { type: 'disjunction' });

/** All of a few; of many the first ones and how many more there are. */
function either(words: readonly string[]): string {
  if (words.length <= 4) return alternatives.format(words);
  return listed([...words.slice(0, 3), `${words.length - 3} more`]);
}
