import { USER_TYPES } from '../../kyc/contract/lists';
import { type FactId, factOf } from '../facts';
import type { Finding } from '../finding';
import type { Factor, RiskModel } from '../model';
import { listed, valueText } from '../words';
import { columnsFor, unoffered } from './cells';
import { about, KINDS } from './about';
import { Sight } from './sight';
import { LIMIT, sizeOf, walk } from './walk';

/** What is wrong with the tables: rows that take from each other or never count, and customers that none answers. */
export function checkTables(model: RiskModel): Finding[] {
  return model.factors.flatMap((factor) => checkTable(factor, model));
}

function checkTable(factor: Factor, model: RiskModel): Finding[] {
  const { table, id: factorId } = factor;
  const found: Finding[] = [];
  const sight = new Sight(table);
  const kinds = USER_TYPES.filter((kind) => factor.percent[kind] !== undefined);
  let isWhole = kinds.length > 0;
  for (const kind of kinds) {
    const columns = columnsFor(table, kind, model.countryLists);
    if (sizeOf(columns) > LIMIT) {
      isWhole = false;
      found.push(
        about(
          'warning',
          'tooLarge',
          `The table has more combinations for ${KINDS[kind]} than the check looks at.`,
        ),
      );
      continue;
    }
    walk(table, columns, model.countryLists, (at, matched) => sight.see(kind, columns, at, matched));
    // With the policy `highest` a row counts also where a fact of another column is not asked of the customer.
    if (table.hitPolicy === 'first' || columns.length === 1) continue;
    const partly = columns.map(({ fact, values }) => ({ fact, values: [null, ...values] }));
    if (sizeOf(partly) > LIMIT) isWhole = false;
    else walk(table, partly, model.countryLists, (_, matched) => sight.count(matched));
  }
  const looked = [...gaps(sight, factor), ...overlaps(sight, factor), ...unnamed(sight, factor)];
  const never = isWhole ? unreachable(sight, factor, model) : [];
  return [...found, ...looked, ...never, ...strangers(factor)].map((finding) => ({ ...finding, factorId }));
}

function gaps({ gaps: all, unnamed: options }: Sight, { table }: Factor): Finding[] {
  if (table.otherwise !== null) return [];
  const silent =
    all.size > 0 || table.hitPolicy === 'first' ? [] : [...options].filter(([, { isNamed }]) => isNamed);
  return [
    ...[...all].map(([kind, example]) => ({
      ...about('error', 'gap', `There are ${KINDS[kind]} that no row answers, and nothing counts otherwise.`),
      example,
    })),
    // With the policy `highest` each column speaks for itself: a row about another fact is no answer to an option.
    ...silent.flatMap(([fact, { values }]) => {
      if (values.size === 0) return [];
      const text = `${factOf(fact).label}: no row names ${optionWords(fact, values)}, and nothing counts otherwise.`;
      return [about('error', 'gap', text)];
    }),
  ];
}

function unnamed({ unnamed: options }: Sight, { table }: Factor): Finding[] {
  if (table.otherwise === null) return [];
  return [...options].flatMap(([fact, { isNamed, caught }]) => {
    if (!isNamed || caught.size === 0) return [];
    const text = `${factOf(fact).label}: no row names ${optionWords(fact, caught)}, which what counts otherwise takes.`;
    return [about('warning', 'unnamed', text)];
  });
}

function overlaps({ shadows, wins }: Sight, { table }: Factor): Finding[] {
  return [...shadows].flatMap(([row, { by, example }]) => {
    if (!wins.has(row)) return [];
    const places = [...by].sort((a, b) => a - b);
    const above = `${places.length === 1 ? 'row' : 'rows'} ${listed(places.map((one) => `${one + 1}`))}`;
    const text = `Row ${row + 1} holds also where ${above} above it ${places.length === 1 ? 'counts' : 'count'}, with another score.`;
    const rowIds = [...places, row].flatMap((one) => table.rows[one]?.id ?? []);
    return [{ ...about('warning', 'overlap', text, rowIds), example }];
  });
}

function unreachable({ wins, matched }: Sight, { id, table }: Factor, { floors }: RiskModel): Finding[] {
  const isFirst = table.hitPolicy === 'first';
  return table.rows.flatMap((row, index) => {
    if (wins.has(index)) return [];
    const never = `Row ${index + 1} never counts: `;
    if (!matched.has(index)) {
      return [about('error', 'unreachable', `${never}no customer meets its conditions.`, [row.id])];
    }
    if (isFirst) {
      const text = `${never}the rows above it take all that it asks for.`;
      return [about('error', 'unreachable', text, [row.id])];
    }
    const isLookedAt = floors.some(
      ({ when }) => when.kind === 'row' && when.factor === id && when.rows.includes(row.id),
    );
    const text = `${never}wherever it holds, so does a row that scores as much or more.`;
    return isLookedAt ? [] : [about('warning', 'unreachable', text, [row.id])];
  });
}

function strangers({ table }: Factor): Finding[] {
  return unoffered(table).map(({ rowId, fact, values }) => {
    const row = table.rows.findIndex(({ id }) => id === rowId) + 1;
    const text = `Row ${row} asks for ${listed(values)}, which no form of the library offers (${factOf(fact).label}).`;
    return about('warning', 'unreachable', text, [rowId]);
  });
}

function optionWords(fact: FactId, values: Iterable<string>): string {
  return listed([...values].map((value) => valueText(fact, value)));
}
