import type { FactId, Facts, KnownFact } from '@/lib/risk/facts';
import { factOf, isManyValued } from '@/lib/risk/facts';
import type { DecisionTable } from '@/lib/risk/model';
import type { OneValue } from '@/lib/risk/words';
import type { Case } from './compile';

/** How a fact stands for a customer: known, in part or as a whole; not known; or not one of this customer at all. */
export type FactStanding = {
  fact: FactId;
  values: readonly OneValue[];
  /** What is missing, in the form's words. */
  missing: readonly string[];
  /** Not even asked for by the form. */
  isUnasked: boolean;
  known: KnownFact | undefined;
};

export function standingOf(id: FactId, { userType, known }: Facts): FactStanding {
  const fact = factOf(id);
  const one = known[id];
  const applies = fact.of.includes(userType);
  return {
    fact: id,
    values: one === undefined || one.value === null || !applies ? [] : valuesOf(one.value),
    missing: applies && one !== undefined ? one.missing : [],
    isUnasked: applies && one === undefined,
    known: applies ? one : undefined,
  };
}

function valuesOf(value: NonNullable<KnownFact['value']>): readonly OneValue[] {
  return typeof value === 'object' ? value : [value];
}

/** Whether something of the fact is not known. */
export function isOpen({ missing, isUnasked }: FactStanding): boolean {
  return isUnasked || missing.length > 0;
}

/** The cases that a table is asked: one for each value of the fact that has several. None where nothing is known. */
export function casesOf({ facts }: Pick<DecisionTable, 'facts'>, standings: readonly FactStanding[]): Case[] {
  const single: Case = {};
  for (const { fact, values } of standings) {
    if (!isManyValued(fact)) single[fact] = values[0] ?? null;
  }
  const many = facts.find(isManyValued);
  if (many === undefined) return [single];
  const values = standings.find(({ fact }) => fact === many)?.values ?? [];
  return values.length === 0
    ? [{ ...single, [many]: null }]
    : values.map((value) => ({ ...single, [many]: value }));
}

/**
 * The values that no row of a table names, where each of its columns speaks for itself: with the policy `highest` and without an
 * `otherwise`, a row about another fact is no answer to them.
 */
export function unnamedValues(
  table: DecisionTable,
  standings: readonly FactStanding[],
): Array<[FactId, OneValue]> {
  if (table.hitPolicy !== 'highest' || table.otherwise !== null) return [];
  return standings.flatMap(({ fact, values }) => {
    const named = table.rows.flatMap(({ conditions }) => {
      const cell = conditions[fact];
      return cell?.kind === 'oneOf' ? cell.values : [];
    });
    if (named.length === 0 || factOf(fact).kind === 'countries') return [];
    return values.flatMap(
      (value): Array<[FactId, OneValue]> =>
        typeof value === 'string' && !named.includes(value) ? [[fact, value]] : [],
    );
  });
}
