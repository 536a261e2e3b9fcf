import { describe, expect, it } from 'vitest';
import { fieldFaults } from '@/lib/kyc/contract/errors';
import { riskModel } from '@/lib/risk/model';
import { addFactor, bareRows, columnLoss, moveFactor, removeFactor, shapeFactor } from './factor-writing';
import { aModel } from './writing.suite';

const shape = {
  name: 'Wealth',
  category: 'Funds',
  facts: ['netWorth', 'sourceOfWealth'],
  hitPolicy: 'first',
  otherwise: { score: 30, explanation: ' Of no note. ' },
} as const;

function added() {
  const model = aModel();
  const factor = addFactor(model, { ...shape, facts: [...shape.facts] }, { IndividualCustomer: 10 });
  return { model, factor };
}

describe('a factor', () => {
  it('is added with what counts in every other case, and a row that has to be told what it asks', () => {
    const { model, factor } = added();
    expect(factor).toMatchObject({ id: 'wealth', percent: { IndividualCustomer: 10 } });
    expect(factor.table.otherwise).toEqual({ id: 'otherwise-2', score: 30, explanation: 'Of no note.' });
    const parsed = riskModel.safeParse(model);
    expect(parsed.success ? [] : fieldFaults(parsed.error).map(({ path }) => path)).toEqual([
      'factors[2].table.rows[0].conditions',
      'factors[2].table.rows[0].explanation',
    ]);
  });

  it('takes a column in with cells of any value, and keeps its id under another name', () => {
    const model = aModel();
    shapeFactor(model, 'work', { ...shape, facts: ['occupation', 'pep', 'usPerson'] });
    const work = model.factors[1];
    expect(work).toMatchObject({ id: 'work', name: 'Wealth', category: 'Funds' });
    expect(work?.table.facts).toEqual(['occupation', 'usPerson', 'pep']);
    expect(work?.table.rows).toEqual(aModel().factors[1]?.table.rows);
    expect(riskModel.safeParse(model).success).toBe(true);
  });

  it('loses the cells of a column that goes, and says beforehand which', () => {
    const model = aModel();
    const [, work] = model.factors;
    if (!work) throw new Error('there is a second factor');
    expect(columnLoss(work, ['occupation'])).toEqual([{ fact: 'usPerson', cells: 2 }]);
    expect(bareRows(work, ['occupation'])).toEqual([2]);
    shapeFactor(model, 'work', { ...shape, facts: ['occupation'] });
    expect(work.table.rows.map(({ conditions }) => Object.keys(conditions))).toEqual([['occupation'], []]);
  });

  it('keeps or loses what counts in every other case, and rules forget it', () => {
    const model = aModel();
    const geography = model.factors[0];
    if (!geography) throw new Error('there is a first factor');
    const facts = geography.table.facts;
    shapeFactor(model, 'geography', { ...shape, facts });
    expect(geography.table.otherwise).toMatchObject({ id: 'others', score: 30 });
    shapeFactor(model, 'geography', { ...shape, facts, otherwise: null });
    expect(geography.table.otherwise).toBeNull();
    expect(model.floors[0]?.when).toMatchObject({ rows: ['watched'] });
  });

  it('moves up and down among the others, and not beyond them', () => {
    const model = aModel();
    const ids = () => model.factors.map(({ id }) => id);
    moveFactor(model, 1, -1);
    expect(ids()).toEqual(['work', 'geography']);
    expect(riskModel.parse(model).factors.map(({ id }) => id)).toEqual(['work', 'geography']);
    moveFactor(model, 0, -1);
    moveFactor(model, 1, 1);
    expect(ids()).toEqual(['work', 'geography']);
    moveFactor(model, 0, 1);
    expect(model).toEqual(aModel());
  });

  it('goes with the rules that look at it', () => {
    const model = aModel();
    removeFactor(model, 'work');
    expect(model.factors.map(({ id }) => id)).toEqual(['geography']);
    expect(model.floors.map(({ id }) => id)).toEqual(['watched-is-high', 'taxed']);
  });
});
