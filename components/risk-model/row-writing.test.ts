import { describe, expect, it } from 'vitest';
import { addRow, moveRow, putCondition, putText } from './row-writing';
import { aModel } from './writing.suite';

const table = () => {
  const factor = aModel().factors[1];
  if (!factor) throw new Error('there is a second factor');
  return factor.table;
};

describe('a row of a table', () => {
  it('is put behind one like it, with an id of its own and words still to come', () => {
    const one = table();
    addRow(one, 0);
    expect(one.rows.map(({ id }) => id)).toEqual(['student', 'row-3', 'us']);
    expect(one.rows[1]).toMatchObject({ conditions: one.rows[0]?.conditions, score: 20, explanation: '' });
  });

  it('changes places, where there is one', () => {
    const one = table();
    moveRow(one, 0, 1);
    moveRow(one, 1, 1);
    expect(one.rows.map(({ id }) => id)).toEqual(['us', 'student']);
  });

  it('takes a condition and a text, and no score that is no number', () => {
    const one = table();
    putCondition(one, 1, 'usPerson', undefined);
    putText(one, 0, 'explanation', ' Studies. ');
    putText(one, 0, 'score', 'many');
    putText(one, 1, 'score', '61');
    putText(one, 2, 'score', '5');
    expect(one.rows).toMatchObject([
      { explanation: 'Studies.', score: 20 },
      { conditions: {}, score: 61 },
    ]);
    expect(one.otherwise).toBeNull();
  });
});
