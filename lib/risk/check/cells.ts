import { COUNTRIES } from '../../format/countries';
import type { UserType } from '../../kyc/contract/lists';
import { type Fact, type FactId, factOf } from '../facts';
import type { FindingExample } from '../finding';
import { type Condition, type CountryList, cellsOf, type DecisionTable, type RiskModel } from '../model';
import { type OneValue, valueText } from '../words';

type Lists = RiskModel['countryLists'];

/** A fact of a table cut into values that stand for all others; null alone where it does not apply. */
export type Column = { fact: FactId; values: ReadonlyArray<OneValue | null> };

/** Facts whose options are the product's own; those of all others are a form's, and a form of one's own may offer more. */
const CLOSED: ReadonlySet<FactId> = new Set(['customerKind', 'channel', 'sourceOfWealth', 'adverse']);

/** The columns of a table for a kind of customer: between two values that stand for the same, no row makes a difference. */
export function columnsFor({ facts, rows }: DecisionTable, userType: UserType, lists: Lists): Column[] {
  return facts.map((id) => {
    const fact: Fact = factOf(id);
    if (!fact.of.includes(userType)) return { fact: id, values: [null] };
    const asked = rows.flatMap(({ conditions }) => conditions[id] ?? []);
    return { fact: id, values: valuesOf(id, fact, asked, userType, lists) };
  });
}

function valuesOf(
  id: FactId,
  fact: Fact,
  asked: readonly Condition[],
  userType: UserType,
  lists: Lists,
): OneValue[] {
  switch (fact.kind) {
    case 'boolean':
      return [true, false];
    case 'number':
      return steps(fact, asked);
    case 'countries':
      return countries(named(asked), lists);
    default:
      if (id === 'customerKind') return [userType];
      return [
        ...new Set([...fact.options.map(({ value }) => value), ...(CLOSED.has(id) ? [] : named(asked))]),
      ];
  }
}

function named(asked: readonly Condition[]): string[] {
  return asked.flatMap((cell) => (cell.kind === 'oneOf' ? cell.values : []));
}

/** The first number of each interval between the bounds. */
function steps(fact: Extract<Fact, { kind: 'number' }>, asked: readonly Condition[]): number[] {
  const bounds = asked.flatMap((cell) =>
    cell.kind === 'range' ? [cell.from ?? fact.min, cell.to ?? fact.min] : [],
  );
  const firsts = bounds.map((bound) => (fact.isWhole ? Math.ceil(bound) : bound));
  const within = firsts.filter((first) => first >= fact.min && first <= fact.max);
  return [...new Set([fact.min, ...within])].sort((a, b) => a - b);
}

/** Each country that a row names, and of all others one for each combination of lists. */
function countries(asked: readonly string[], lists: Lists): string[] {
  const listsOf = (code: string) =>
    lists.flatMap(({ id, countries: on }: CountryList) => (on.includes(code) ? [id] : [])).join();
  const others = [...lists.flatMap(({ countries: on }) => on), ...everyCountry];
  const unnamed = new Map<string, string>();
  for (const code of others) {
    const key = listsOf(code);
    if (!asked.includes(code) && !unnamed.has(key)) unnamed.set(key, code);
  }
  return [...new Set([...asked, ...unnamed.values()])];
}

/** Every country, a familiar one first. */
const everyCountry: readonly string[] = ['DE', ...COUNTRIES.map(({ code }) => code)];

/** Whether a condition holds for a value; for null, which does not apply, none does. The engine answers the same. */
export function holds(condition: Condition, value: OneValue | null, lists: Lists): boolean {
  switch (condition.kind) {
    case 'oneOf':
      return typeof value === 'string' && condition.values.includes(value);
    case 'onList':
      return (
        typeof value === 'string' &&
        lists.some(({ id, countries: on }) => condition.lists.includes(id) && on.includes(value))
      );
    case 'is':
      return value === condition.value;
    case 'range':
      return (
        typeof value === 'number' &&
        (condition.from === null || value >= condition.from) &&
        (condition.to === null || value < condition.to)
      );
  }
}

/** The options that a table asks for and no form of the library offers, row by row. */
export function unoffered(table: DecisionTable): Array<{ rowId: string; fact: FactId; values: string[] }> {
  return table.rows.flatMap(({ id, conditions }) =>
    cellsOf(conditions).flatMap(([fact, cell]) => {
      const known = optionsOf(fact);
      if (known.length === 0 || CLOSED.has(fact)) return [];
      const values = named([cell]).filter((value) => !known.includes(value));
      return values.length === 0 ? [] : [{ rowId: id, fact, values }];
    }),
  );
}

/** The options of a fact; of one that has none, nothing. */
export function optionsOf(id: FactId): string[] {
  const fact: Fact = factOf(id);
  return 'options' in fact ? fact.options.map(({ value }) => value) : [];
}

/** A customer with these values. */
export function exampleOf(
  userType: UserType,
  columns: readonly Column[],
  at: readonly number[],
): FindingExample {
  const told = columns.flatMap(({ fact, values }, index): Array<[FactId, OneValue]> => {
    const value = values[at[index] ?? 0];
    return value === null || value === undefined ? [] : [[fact, value]];
  });
  const text = told.map(([fact, value]) => `${factOf(fact).label}: ${valueText(fact, value)}`).join('; ');
  return { userType, values: Object.fromEntries(told), text: text || 'any of them' };
}
