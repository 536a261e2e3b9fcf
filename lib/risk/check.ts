import { RISK_LEVELS, USER_TYPES } from '../kyc/contract/lists';
import type { Finding } from './finding';
import { cellsOf, factorsFor, type Condition, type RiskModel } from './model';

const KINDS = { IndividualCustomer: 'individuals', LegalCustomer: 'legal entities' } as const;

/** What is wrong with a model as a whole: sums of weights, order of thresholds, and names of what is not there. */
export function checkModel(model: RiskModel): Finding[] {
  return [...percents(model), ...thresholds(model), ...floors(model), ...lists(model)];
}

function percents(model: RiskModel): Finding[] {
  return USER_TYPES.flatMap((kind) => {
    const sum = factorsFor(model, kind).reduce((all, { percent }) => all + percent, 0);
    return sum === 100
      ? []
      : [error('percent', `The weights for ${KINDS[kind]} come to ${sum} % and have to come to 100 %.`)];
  });
}

function thresholds({ thresholds: all }: RiskModel): Finding[] {
  const isWhole =
    all.map(({ riskLevelId }) => riskLevelId).join() === RISK_LEVELS.join() &&
    all[0]?.from === 0 &&
    all.at(-1)?.to === 100 &&
    all.every(({ from, to }, index) => from < to && (index === 0 || all[index - 1]?.to === from));
  return isWhole
    ? []
    : [
        error(
          'thresholds',
          'The levels have to follow each other from 0 to 100, each beginning where the one before ends.',
        ),
      ];
}

function floors({ floors: all, factors }: RiskModel): Finding[] {
  return all.flatMap(({ id, when }) => {
    if (when.kind !== 'row' && when.kind !== 'factor') return [];
    const factor = factors.find((one) => one.id === when.factor);
    const wanted = when.kind === 'row' ? when.rows : [];
    const rows = factor?.table.rows.map((row) => row.id) ?? [];
    if (factor && wanted.every((row) => rows.includes(row) || factor.table.otherwise?.id === row)) return [];
    return [{ ...error('floor', 'A floor looks at a factor or a row that is not there.'), floorId: id }];
  });
}

function lists({ factors, countryLists, floors: all }: RiskModel): Finding[] {
  const isThere = (condition: Condition) =>
    condition.kind !== 'onList' || condition.lists.every((id) => countryLists.some((list) => list.id === id));
  const text = 'A row asks about a country list that is not there.';
  return [
    ...factors.flatMap((factor) => {
      const rowIds = factor.table.rows.flatMap(({ id, conditions }) =>
        cellsOf(conditions).every(([, cell]) => isThere(cell)) ? [] : [id],
      );
      return rowIds.length === 0 ? [] : [{ ...error('list', text), factorId: factor.id, rowIds }];
    }),
    ...all.flatMap(({ id, when }) =>
      when.kind !== 'fact' || isThere(when.condition) ? [] : [{ ...error('list', text), floorId: id }],
    ),
  ];
}

function error(kind: Finding['kind'], text: string): Finding {
  return { severity: 'error', kind, rowIds: [], text };
}
