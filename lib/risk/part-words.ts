import { USER_TYPES, type UserType } from '../kyc/contract/lists';
import { FACT_IDS, type FactId, factOf } from './facts';

/** What one of several is called. */
const ONE_OF: Readonly<Record<string, string>> = {
  factors: 'factor',
  rows: 'row',
  countryLists: 'country list',
  countries: 'country',
  thresholds: 'threshold',
  floors: 'floor',
  facts: 'column',
  values: 'value',
  lists: 'list',
};

const NAMES: Readonly<Record<string, string>> = {
  percent: 'weight',
  otherwise: 'in every other case',
  notKnownScore: 'score of what is not known',
  countryLists: 'country lists',
  facts: 'columns',
  hitPolicy: 'hit policy',
  publishedOn: 'day of publication',
  when: 'condition',
  riskLevelId: 'level',
  atLeast: 'least score',
};

const KINDS: Readonly<Record<UserType, string>> = {
  IndividualCustomer: 'for individuals',
  LegalCustomer: 'for legal entities',
};

/**
 * A place in what claims to be a model, as a person looks for it: "factor “Countries”, row 2, score". What bears a name is called by
 * it, so that it is found whatever stands before it.
 */
export function partWords(path: readonly PropertyKey[], given: unknown): string {
  let at = given;
  let above: PropertyKey | undefined;
  const words: string[] = [];
  for (const [place, key] of path.entries()) {
    at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined;
    const isLast = place === path.length - 1;
    const said = typeof key === 'number' ? numbered(above, key, at) : named(String(key), isLast);
    // "rows" before "row 2" says nothing.
    if (typeof key === 'number') words.pop();
    if (said !== undefined) words.push(said);
    above = key;
  }
  return words.join(', ') || 'the file';
}

/** The same of a path as faults spell it: `factors[0].table.rows[1].score`. */
export function pathWords(path: string, given: unknown): string {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  return partWords(
    keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
    given,
  );
}

function numbered(list: PropertyKey | undefined, index: number, item: unknown): string {
  const noun = (list !== undefined && ONE_OF[String(list)]) || `${String(list ?? 'item')}`;
  const name = typeof item === 'object' && item !== null && 'name' in item ? item.name : undefined;
  return typeof name === 'string' && name !== '' ? `${noun} “${name.slice(0, 80)}”` : `${noun} ${index + 1}`;
}

function named(key: string, isLast: boolean): string | undefined {
  const fact = FACT_IDS.find((id): id is FactId => id === key);
  const kind = USER_TYPES.find((one) => one === key);
  // What a row asks for is its cells, which follow.
  if (!isLast && (key === 'table' || key === 'conditions')) return undefined;
  if (kind) return KINDS[kind];
  return (NAMES[key] ?? (fact && `“${factOf(fact).label}”`)) || key.slice(0, 80);
}
