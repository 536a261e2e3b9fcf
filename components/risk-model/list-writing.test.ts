import { describe, expect, it } from 'vitest';
import { riskModel } from '@/lib/risk/model';
import { idOfName } from './fresh-id';
import { addList, removeList, usesOfList } from './list-writing';
import { aModel } from './writing.suite';

const given = { name: ' EU: high-risk third countries ', source: 'EU', publishedOn: '2026-01-29' };

describe('a country list', () => {
  it('is added with a key from its name, without a country yet, and fits the schema', () => {
    const model = aModel();
    expect(addList(model, given)).toMatchObject({
      id: 'eu-high-risk-third-countries',
      name: 'EU: high-risk third countries',
      countries: [],
    });
    expect(addList(model, given).id).not.toBe('eu-high-risk-third-countries');
    expect(riskModel.safeParse(model).success).toBe(true);
  });

  it('knows who asks about it', () => {
    expect(usesOfList(aModel(), 'watched')).toEqual([
      { kind: 'row', factor: 'Countries', row: 1 },
      { kind: 'floor', number: 3 },
    ]);
    expect(usesOfList(aModel(), 'unused')).toEqual([]);
  });

  it('is taken away only where nobody asks about it', () => {
    const model = aModel();
    removeList(model, 'watched');
    removeList(model, 'unused');
    expect(model.countryLists.map(({ id }) => id)).toEqual(['watched']);
  });
});

describe('an id from a name', () => {
  it.each([
    ['Élevé & co', 'eleve-co'],
    ['2026: call', 'call'],
    ['قائمة', 'list-1'],
    ['x'.repeat(120), 'x'.repeat(50)],
  ])('%s → %s', (name, id) => expect(idOfName(name, 'list', [])).toBe(id));

  it('is nobody else’s', () => {
    expect(idOfName('A', 'list', [{ id: 'a' }, { id: 'a-3' }])).toBe('a-4');
  });
});
