import type { FactId } from '@/lib/risk/facts';
import { factOf } from '@/lib/risk/facts';
import type { DecisionTable, Factor, RiskModel, TableRow } from '@/lib/risk/model';
import { listed, type OneValue, onListText, valueText } from '@/lib/risk/words';
import { type FactStanding, isOpen, unnamedValues } from './cases';
import type { Case } from './compile';

/** A row that counts, or the table's `otherwise`. */
type Rule = Pick<TableRow, 'id' | 'score' | 'explanation'>;

/** What a factor found: its score from 0 to 100, the value it comes from, and why, in plain words. */
export type Reading = {
  /** Null where nothing is known. */
  value: string | null;
  score: number;
  explanation: string;
  /** False while something that the factor looks at is not known, or the model does not know what to say to it. */
  isKnown: boolean;
  /** The row that counted; null where none did. */
  rule: Rule | null;
  /** Every row that matched. */
  rowsHit: ReadonlySet<string>;
};

/** Reads a factor off the rows that matched its cases. */
export function readingOf(
  { table }: Factor,
  standings: readonly FactStanding[],
  cases: readonly Case[],
  hits: readonly (readonly string[])[],
  model: RiskModel,
): Reading {
  const open = standings.filter(isOpen);
  const outcomes = cases.map((one, index) => ({
    one,
    rule: ruleOf(table, hits[index] ?? [], open.length > 0),
  }));
  const best = outcomes.reduce<(typeof outcomes)[number] | undefined>(
    (most, outcome) =>
      outcome.rule !== null && (!most?.rule || outcome.rule.score > most.rule.score) ? outcome : most,
    undefined,
  );
  const rule = best?.rule ?? null;
  const anything = standings.some(({ values }) => values.length > 0);
  const unanswered = anything || open.length === 0 ? silentCases(outcomes, table, open.length > 0) : [];
  const silent = distinct([
    ...unanswered,
    ...unnamedValues(table, standings).map(([id, value]) => valueText(id, value)),
  ]);
  const isKnown = open.length === 0 && silent.length === 0;
  return {
    value: valueOf(standings),
    score: isKnown && rule ? rule.score : Math.max(rule?.score ?? 0, model.notKnownScore),
    explanation: [
      ...(best?.rule ? explained(table, best.one, best.rule, outcomes.length, cases, model) : []),
      ...(silent.length > 0
        ? [`The model has no row for ${listed(silent)}, which counts as ${model.notKnownScore}.`]
        : []),
      ...openText(open, model.notKnownScore, rule !== null),
    ].join(' '),
    isKnown,
    rule,
    rowsHit: new Set(hits.flat()),
  };
}

/** Of the rows that matched one case the one that counts. `otherwise` counts only where all is known. */
function ruleOf(table: DecisionTable, hit: readonly string[], isOpenStill: boolean): Rule | null {
  const matched = table.rows.filter(({ id }) => hit.includes(id));
  if (matched.length === 0) return isOpenStill ? null : table.otherwise;
  return matched.reduce((most, row) => (row.score > most.score ? row : most));
}

/** The values that the table has no answer to. */
function silentCases(
  outcomes: ReadonlyArray<{ one: Case; rule: Rule | null }>,
  table: DecisionTable,
  isOpenStill: boolean,
): string[] {
  if (isOpenStill && table.otherwise !== null) return [];
  return outcomes.flatMap(({ one, rule }) => {
    if (rule !== null) return [];
    const words = cellsIn(one).map(([id, value]) => valueText(id, value));
    return words.length > 0 ? [words.join(' with ')] : isOpenStill ? [] : ['a customer of this kind'];
  });
}

function cellsIn(one: Case): Array<[FactId, OneValue]> {
  return Object.entries(one).flatMap(
    ([id, value]): Array<[FactId, OneValue]> => (value === null ? [] : [[id as FactId, value]]),
  );
}

/** Why a row counted: what the lists say, the row's own words, and which of several values it was. */
function explained(
  table: DecisionTable,
  one: Case,
  rule: Rule,
  count: number,
  cases: readonly Case[],
  model: RiskModel,
): string[] {
  const row = table.rows.find(({ id }) => id === rule.id);
  const lists = row ? listSentences(row, cases, model) : [];
  const many = table.facts.find((id) => factOf(id).kind === 'options');
  const value = many === undefined ? undefined : one[many];
  const which =
    many !== undefined && count > 1 && typeof value === 'string'
      ? [`The highest of ${count} answers counts: ${valueText(many, value)}.`]
      : [];
  return [...lists, ...which, rule.explanation];
}

function listSentences(
  { conditions }: TableRow,
  cases: readonly Case[],
  { countryLists }: RiskModel,
): string[] {
  return Object.entries(conditions).flatMap(([id, cell]) => {
    if (cell?.kind !== 'onList') return [];
    return cases.flatMap((one) => {
      const code = one[id as FactId];
      return countryLists.flatMap((list) =>
        typeof code === 'string' && cell.lists.includes(list.id) && list.countries.includes(code)
          ? [onListText(code, list)]
          : [],
      );
    });
  });
}

function valueOf(standings: readonly FactStanding[]): string | null {
  const words = standings.flatMap(({ fact, values, known }) => {
    if (values.length === 0) return [];
    return [known?.text ?? values.map((value) => valueText(fact, value)).join(', ')];
  });
  return words.length > 0 ? words.join('; ') : null;
}

function openText(open: readonly FactStanding[], score: number, isPartly: boolean): string[] {
  const missing = distinct(open.flatMap((one) => one.missing));
  const unasked = open.filter(({ isUnasked }) => isUnasked).map(({ fact }) => factOf(fact).label);
  const until = isPartly
    ? `until then it counts as ${score} or more`
    : `until it is known, it counts as ${score}`;
  return [
    ...(missing.length > 0 ? [`Not known yet: ${listed(missing.map(marked))}; ${until}.`] : []),
    ...(unasked.length > 0 ? [`The form does not ask for it: ${listed(unasked)}; ${until}.`] : []),
  ];
}

/** A question in quotation marks: without them its own mark ends the sentence that it stands in. */
function marked(label: string): string {
  return label.endsWith('?') ? `“${label}”` : label;
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
