import { describe, expect, it } from 'vitest';
import { riskModel } from '@/lib/risk/model';
import { floorsOn, forgetRows, putFloor, removeFloor, rowIdsOf } from './floor-writing';
import { removeRow } from './row-writing';
import { aModel } from './writing.suite';

const said = {
  level: 'Medium',
  when: { kind: 'several', count: 2, atLeast: 70 },
  explanation: ' Two at once. ',
} as const;

describe('a rule that lifts the level', () => {
  it('is added behind the others, with an id of its own', () => {
    const model = aModel();
    putFloor(model, undefined, said);
    expect(model.floors.at(-1)).toEqual({ ...said, id: 'rule-4', explanation: 'Two at once.' });
    expect(riskModel.safeParse(model).success).toBe(true);
  });

  it('is changed in its place and keeps its id', () => {
    const model = aModel();
    putFloor(model, 'work-is-medium', said);
    expect(model.floors.map(({ id }) => id)).toEqual(['watched-is-high', 'work-is-medium', 'taxed']);
    expect(model.floors[1]).toMatchObject({ when: said.when });
  });

  it('is taken away', () => {
    const model = aModel();
    removeFloor(model, 'taxed');
    expect(model.floors).toHaveLength(2);
  });

  it('forgets a row that is gone, and goes with its last one', () => {
    const model = aModel();
    forgetRows(model, 'geography', ['others']);
    expect(model.floors[0]?.when).toMatchObject({ rows: ['watched'] });
    removeRow(model, 0, 0);
    expect(model.floors.map(({ id }) => id)).toEqual(['work-is-medium', 'taxed']);
  });

  it('looks at a factor by its rows or its score', () => {
    const model = aModel();
    expect(floorsOn(model, 'geography').map(({ number }) => number)).toEqual([1]);
    expect(floorsOn(model, 'work').map(({ number }) => number)).toEqual([2]);
    expect(model.factors.map(rowIdsOf)).toEqual([
      ['watched', 'others'],
      ['student', 'us'],
    ]);
  });
});
