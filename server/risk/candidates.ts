import { countryName } from '@/lib/format/countries';
import {
  ADVERSE_ANSWERS,
  type FactId,
  type Facts,
  factOf,
  type FactValue,
  isManyValued,
  type KnownFact,
  NOTHING_ADVERSE,
} from '@/lib/risk/facts';
import { type Condition, factorsFor, type RiskModel } from '@/lib/risk/model';
import { listed, valueText } from '@/lib/risk/words';

/** One other value of one fact, and how the change is called; `from` is null where it is not known. */
export type Candidate = { fact: FactId; from: string | null; to: string; value: FactValue };

/** The options that the answers of a fact may choose, by their values; undefined where the form does not say. */
export type Offered = (id: FactId) => ReadonlySet<string> | undefined;

type Asking = { model: RiskModel; facts: Facts; offered: Offered };

/** What no answer changes. */
const GIVEN: readonly FactId[] = ['customerKind', 'channel'];

/** The facts that count for this kind of customer, that answers or documents decide, and that the form asks for. */
export function leverFacts(model: RiskModel, { userType, known }: Facts): FactId[] {
  const counting = [
    ...factorsFor(model, userType).flatMap(({ factor }) => factor.table.facts),
    ...model.floors.flatMap(({ when }) => (when.kind === 'fact' ? [when.fact] : [])),
  ];
  return [...new Set(counting)].filter((id) => {
    const one = known[id];
    const applies = one !== undefined && (one.value !== null || one.missing.length > 0);
    return applies && !GIVEN.includes(id) && factOf(id).of.includes(userType);
  });
}

/** Other values of a fact, out of the model's own rows; `most` is the value of several that scores highest. */
export function candidatesFor(id: FactId, most: string | undefined, asking: Asking): Candidate[] {
  const known = asking.facts.known[id];
  if (known === undefined) return [];
  if (id === 'adverse') return adverse(known, asking.offered(id));
  const fact = factOf(id);
  switch (fact.kind) {
    case 'boolean':
      return single(id, known, [true, false]);
    case 'number':
      return numbers(id, known, asking.model);
    case 'option':
    case 'options': {
      const offered = asking.offered(id);
      const values = [...new Set([...fact.options.map(({ value }) => value), ...namedIn(id, asking.model)])];
      const possible = values.filter((value) => offered?.has(value) ?? true);
      if (!isManyValued(id)) return single(id, known, possible);
      const words = possible.map((value) => ({ value, text: valueText(id, value) }));
      return several(id, known, most, words);
    }
    case 'countries':
      return several(id, known, most, countries(asking));
  }
}

function single(id: FactId, known: KnownFact, values: ReadonlyArray<string | boolean>): Candidate[] {
  const from = wordsOf(id, known);
  return values.flatMap((value) =>
    value === known.value ? [] : [{ fact: id, from, to: valueText(id, value), value }],
  );
}

type Worded = { value: string; text: string };

/** Of several values the one that scores highest gives way to another, or another one comes. */
function several(
  id: FactId,
  known: KnownFact,
  most: string | undefined,
  possible: readonly Worded[],
): Candidate[] {
  const values = Array.isArray(known.value) ? (known.value as readonly string[]) : [];
  const others = possible.filter(({ value }) => !values.includes(value));
  if (most === undefined) {
    return others.map(({ value, text }) => ({ fact: id, from: null, to: text, value: [value] }));
  }
  const rest = values.filter((value) => value !== most);
  const from = valueText(id, most);
  const replaced = others.map(({ value, text }) => ({
    fact: id,
    from,
    to: text,
    value: sorted(rest, value),
  }));
  const all = wordsOf(id, known);
  const added = others.map(({ value, text }) => ({
    fact: id,
    from: all,
    to: `also ${text}`,
    value: sorted(values, value),
  }));
  return [...replaced, ...added];
}

/** One adverse answer more, or one less. */
function adverse(known: KnownFact, offered: ReadonlySet<string> | undefined): Candidate[] {
  const found = Array.isArray(known.value) ? (known.value as readonly string[]) : [];
  const signs = found.filter((value) => value !== NOTHING_ADVERSE);
  const from = wordsOf('adverse', known);
  const added = ADVERSE_ANSWERS.flatMap(({ value, label }) =>
    signs.includes(value) || !(offered?.has(value) ?? true)
      ? []
      : [{ value: sorted(signs, value), to: signs.length > 0 ? `also ${label}` : label }],
  );
  const removed = signs.map((sign) => {
    const rest = signs.filter((value) => value !== sign);
    const value = rest.length > 0 ? rest : [NOTHING_ADVERSE];
    return { value, to: listed(value.map((one) => valueText('adverse', one))) };
  });
  return [...added, ...removed].map((one) => ({ fact: 'adverse', from, ...one }));
}

/** A country for each list, and one that is on none. */
function countries({ model: { countryLists } }: Asking): Worded[] {
  const onLists = countryLists.flatMap(({ countries: codes, says }): Worded[] => {
    const [code] = codes;
    return code === undefined
      ? []
      : [{ value: code, text: `${countryName(code)}, or another country ${says}` }];
  });
  const listedCodes = new Set(countryLists.flatMap((list) => list.countries));
  const free = ORDINARY.find((code) => !listedCodes.has(code));
  return free === undefined
    ? onLists
    : [...onLists, { value: free, text: `${countryName(free)}, or another country on no list` }];
}

/** Countries that stand for all that are on no list, the first one that is on none indeed. */
const ORDINARY = ['CH', 'DK', 'NZ', 'JP', 'CA', 'IS', 'UY', 'FR'];

/** One number for each stretch that the rows tell apart. Of documents there can only be fewer missing or expired than there are. */
function numbers(id: FactId, known: KnownFact, model: RiskModel): Candidate[] {
  const fact = factOf(id);
  if (fact.kind !== 'number') return [];
  const bounds = conditionsOn(id, model).flatMap((cell) =>
    cell.kind === 'range' ? [cell.from, cell.to].filter((bound) => bound !== null) : [],
  );
  const starts = [...new Set([fact.min, ...bounds])]
    .filter((bound) => bound >= fact.min && bound <= fact.max)
    .sort((a, b) => a - b);
  const now = typeof known.value === 'number' ? known.value : null;
  const isOfDocuments = id === 'documentsMissing' || id === 'documentsExpired';
  const from = wordsOf(id, known);
  return starts.flatMap((start, index) => {
    const end = starts[index + 1];
    const isHere = now !== null && now >= start && (end === undefined || now < end);
    if (isHere || (isOfDocuments && (now === null || start > now))) return [];
    return [{ fact: id, from, to: stretch(id, start, end, fact.isWhole), value: start }];
  });
}

function stretch(id: FactId, start: number, end: number | undefined, isWhole: boolean): string {
  if (end === undefined) return `${valueText(id, start)} or more`;
  if (isWhole && end === start + 1) return valueText(id, start);
  return `from ${valueText(id, start)} to under ${valueText(id, end)}`;
}

/** Every condition that the model puts to a fact. */
function conditionsOn(id: FactId, { factors, floors }: RiskModel): Condition[] {
  return [
    ...factors.flatMap(({ table }) => table.rows.flatMap(({ conditions }) => conditions[id] ?? [])),
    ...floors.flatMap(({ when }) => (when.kind === 'fact' && when.fact === id ? [when.condition] : [])),
  ];
}

function namedIn(id: FactId, model: RiskModel): string[] {
  return conditionsOn(id, model).flatMap((cell) => (cell.kind === 'oneOf' ? cell.values : []));
}

function wordsOf(id: FactId, { value, text }: KnownFact): string | null {
  if (value === null) return null;
  if (text !== undefined) return text;
  return typeof value === 'object' ? listed(value.map((one) => valueText(id, one))) : valueText(id, value);
}

function sorted(values: readonly string[], more: string): string[] {
  return [...values, more].sort();
}
