import { canonicalJson } from '../canonical-json';
import { countryName } from '../format/countries';
import { USER_TYPES } from '../kyc/contract/lists';
import { rowText } from './condition-words';
import { type FactId, factOf } from './facts';
import type { CountryList, Factor, Floor, RiskModel } from './model';
import { listed } from './words';

/** One difference in words, and the part of the model that it is in. */
export type ModelDifference = { part: string; text: string };

const KINDS = { IndividualCustomer: 'individuals', LegalCustomer: 'legal entities' } as const;

/** What is another in `after`, in the order of the model: weights, tables, thresholds, floors, country lists. Nothing = the same. */
export function modelDifferences(before: RiskModel, after: RiskModel): ModelDifference[] {
  return [
    ...whole(before, after),
    ...pairs(before.factors, after.factors).flatMap(([from, to]) =>
      factorDifferences(from, to, before, after),
    ),
    ...orderOf(before.factors, after.factors, 'Factors', 'The factors stand in another order'),
    ...thresholdDifferences(before, after),
    ...pairs(before.floors, after.floors).flatMap(([from, to]) => floorDifferences(from, to)),
    ...pairs(before.countryLists, after.countryLists).flatMap(([from, to]) => listDifferences(from, to)),
  ];
}

function whole(before: RiskModel, after: RiskModel): ModelDifference[] {
  const part = 'Model';
  return [
    ...changed(part, 'The name', before.name, after.name),
    ...(before.basis === after.basis ? [] : [{ part, text: 'What the model is based on is described anew' }]),
    ...changed(part, 'The score of what is not known', before.notKnownScore, after.notKnownScore),
  ];
}

function thresholdDifferences(before: RiskModel, after: RiskModel): ModelDifference[] {
  return after.thresholds.flatMap(({ riskLevelId, from }) => {
    const was = before.thresholds.find((one) => one.riskLevelId === riskLevelId);
    return changed('Thresholds', `${riskLevelId} begins at`, was?.from, from);
  });
}

function factorDifferences(
  before: Factor | undefined,
  after: Factor | undefined,
  ...[{ countryLists: listsBefore }, { countryLists: listsAfter }]: [RiskModel, RiskModel]
): ModelDifference[] {
  if (!before || !after) return cameOrWent('Factors', before?.name, after?.name);
  const part = after.name;
  const [was, is] = [before.table, after.table];
  return [
    ...changed(part, 'The name', before.name, after.name),
    ...USER_TYPES.flatMap((kind) =>
      changed(
        part,
        `The weight for ${KINDS[kind]}`,
        before.percent[kind] ?? 0,
        after.percent[kind] ?? 0,
        ' %',
      ),
    ),
    ...changed(part, 'The category', before.category, after.category),
    ...columnDifferences(part, was.facts, is.facts),
    ...changed(part, 'The row that counts', HITS[was.hitPolicy], HITS[is.hitPolicy]),
    ...pairs(was.rows, is.rows).flatMap(([from, to]): ModelDifference[] => {
      if (!from || !to) {
        return cameOrWent(
          part,
          from && rowText(from.conditions, listsBefore),
          to && `${rowText(to.conditions, listsAfter)} → ${to.score}`,
          'row',
        );
      }
      const name = `“${rowText(to.conditions, listsAfter)}”`;
      return [
        ...(canonicalJson(from.conditions) === canonicalJson(to.conditions)
          ? []
          : [{ part, text: `“${rowText(from.conditions, listsBefore)}” now asks for ${name}` }]),
        ...changed(part, `The score of ${name}`, from.score, to.score),
        ...(from.explanation === to.explanation ? [] : [{ part, text: `${name} is explained anew` }]),
      ];
    }),
    ...orderOf(was.rows, is.rows, part, 'The rows stand in another order'),
    ...(canonicalJson(was.otherwise) === canonicalJson(is.otherwise)
      ? []
      : was.otherwise?.score === is.otherwise?.score
        ? [{ part, text: 'What counts in every other case is explained anew' }]
        : changed(part, 'The score in every other case', was.otherwise?.score, is.otherwise?.score)),
  ];
}

function columnDifferences(
  part: string,
  before: readonly FactId[],
  after: readonly FactId[],
): ModelDifference[] {
  const label = (id: FactId) => factOf(id).label;
  const only = (all: readonly FactId[], other: readonly FactId[]) => all.filter((id) => !other.includes(id));
  return [
    ...only(after, before).map((id) => ({ part, text: `Added column: ${label(id)}` })),
    ...only(before, after).map((id) => ({ part, text: `Removed column: ${label(id)}` })),
  ];
}

const HITS = { first: 'the first that matches', highest: 'the highest that matches' } as const;

function floorDifferences(before: Floor | undefined, after: Floor | undefined): ModelDifference[] {
  const part = 'Floors';
  const words = (one: Floor | undefined) => one && `at least ${one.level}: ${one.explanation}`;
  if (!before || !after) return cameOrWent(part, words(before), words(after));
  return [
    ...changed(part, `The least level of “${after.explanation}”`, before.level, after.level),
    ...(before.explanation === after.explanation
      ? []
      : [{ part, text: `“${after.explanation}” is worded anew` }]),
    ...(canonicalJson(before.when) === canonicalJson(after.when)
      ? []
      : [{ part, text: `“${after.explanation}” applies in other cases` }]),
  ];
}

function listDifferences(before: CountryList | undefined, after: CountryList | undefined): ModelDifference[] {
  if (!before || !after) return cameOrWent('Country lists', before?.name, after?.name);
  const part = after.name;
  const added = after.countries.filter((code) => !before.countries.includes(code));
  const removed = before.countries.filter((code) => !after.countries.includes(code));
  return [
    ...changed(part, 'The name', before.name, after.name),
    ...(added.length > 0 ? [{ part, text: `Added: ${listed(added.map(countryName))}` }] : []),
    ...(removed.length > 0 ? [{ part, text: `Removed: ${listed(removed.map(countryName))}` }] : []),
    ...changed(part, 'The source', before.source, after.source),
    ...changed(part, 'The day of publication', before.publishedOn, after.publishedOn),
    ...(before.says === after.says ? [] : [{ part, text: 'What it says of a country is worded anew' }]),
  ];
}

function changed(
  part: string,
  what: string,
  before: string | number | undefined,
  after: string | number | undefined,
  unit = '',
): ModelDifference[] {
  if (before === after) return [];
  const told = (value: string | number | undefined) => (value === undefined ? 'nothing' : `${value}${unit}`);
  return [{ part, text: `${what}: ${told(before)} → ${told(after)}` }];
}

function cameOrWent(
  part: string,
  before: string | undefined,
  after: string | undefined,
  what = '',
): ModelDifference[] {
  const named = what ? ` ${what}` : '';
  if (after !== undefined) return [{ part, text: `Added${named}: ${after}` }];
  return [{ part, text: `Removed${named}: ${before ?? ''}` }];
}

function orderOf(
  before: readonly { id: string }[],
  after: readonly { id: string }[],
  part: string,
  text: string,
): ModelDifference[] {
  const both = (all: readonly { id: string }[], other: readonly { id: string }[]) =>
    all.flatMap(({ id }) => (other.some((one) => one.id === id) ? [id] : [])).join();
  return both(before, after) === both(after, before) ? [] : [{ part, text }];
}

/** What belongs together by its id: all of `after` in its order, then what is gone. */
function pairs<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
): Array<[T | undefined, T | undefined]> {
  return [
    ...after.map((to): [T | undefined, T] => [before.find(({ id }) => id === to.id), to]),
    ...before
      .filter(({ id }) => !after.some((to) => to.id === id))
      .map((from): [T, undefined] => [from, undefined]),
  ];
}
