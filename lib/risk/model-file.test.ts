import { describe, expect, it } from 'vitest';
import { readModelFile } from './model-file';
import { partWords, pathWords } from './part-words';

const own = { id: 'baseline', version: 7 };

describe('a file with a model', () => {
  it('names at most a dozen faults, and how many more there are', () => {
    const floors = Array.from({ length: 20 }, () => ({}));
    const { faults } = readModelFile(JSON.stringify({ floors }), own);
    expect(faults).toHaveLength(13);
    expect(faults.at(-1)).toEqual({
      path: 'the file',
      message: expect.stringMatching(/^has \d+ more faults$/),
    });
  });

  it.each(['', 'null', '"baseline"', '[{}]', '{"id": 1'])('is refused where it says %j', (text) => {
    expect(readModelFile(text, own)).toMatchObject({ model: null, faults: [{ path: 'the file' }] });
  });

  it('may begin with a byte order mark', () => {
    const { faults } = readModelFile('\uFEFF{}', own);
    expect(faults[0]).toEqual({ path: 'name', message: 'is required' });
  });
});

describe('the words of a part', () => {
  const given = {
    factors: [{ name: 'Countries', table: { rows: [{}, { conditions: { pep: {} } }] } }, {}],
    countryLists: [{ name: 'FATF: call for action' }],
  };
  it.each([
    [[], 'the file'],
    [['notKnownScore'], 'score of what is not known'],
    [['factors', 0, 'table', 'rows', 1, 'score'], 'factor “Countries”, row 2, score'],
    [['factors', 0, 'percent', 'LegalCustomer'], 'factor “Countries”, weight, for legal entities'],
    [
      ['factors', 0, 'table', 'rows', 1, 'conditions', 'pep', 'values'],
      'factor “Countries”, row 2, “Political exposure”, values',
    ],
    [['factors', 0, 'table', 'rows', 0, 'conditions'], 'factor “Countries”, row 1, conditions'],
    [['factors', 1, 'name'], 'factor 2, name'],
    [['countryLists', 0, 'countries', 2], 'country list “FATF: call for action”, country 3'],
    [['floors', 4, 'when', 'atLeast'], 'floor 5, condition, least score'],
  ])('%j are %s', (path, words) => expect(partWords(path, given)).toBe(words));

  it('are found by a path as faults spell it', () => {
    expect(pathWords('factors[0].table.rows[1].conditions.pep.values[0]', given)).toBe(
      'factor “Countries”, row 2, “Political exposure”, value 1',
    );
    expect(pathWords('factors[0].table.rows[1].score', given)).toBe('factor “Countries”, row 2, score');
  });
});
