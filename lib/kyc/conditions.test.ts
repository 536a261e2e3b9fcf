import { describe, expect, it } from 'vitest';
import { type Given, isFilled, shownPages, visibleFields } from './conditions';
import type { TypedAnswer } from './contract/answers';
import type { FormField, FormPage, ShowWhen } from './contract/forms';

const field = (id: string, order: number, showWhen?: ShowWhen): FormField => ({
  id,
  name: id,
  label: id,
  fqName: id,
  fieldTypeId: 'Text',
  isRequired: true,
  isLocked: false,
  order,
  ...(showWhen ? { showWhen } : {}),
});
const page = (id: string, order: number, fields: FormField[], showWhen?: ShowWhen): FormPage => ({
  id,
  name: id,
  order,
  sections: [{ id: `${id}-s`, name: 'Section', order: 1, fields, ...(showWhen ? { showWhen } : {}) }],
});
const radio = (optionId: string): TypedAnswer => ({ fieldTypeId: 'SingleOptionRadio', optionId });
const given = (answers: Record<string, TypedAnswer>): Given => new Map(Object.entries(answers));
const when = (fieldId: string, ...oneOf: string[]): ShowWhen => ({ fieldId, oneOf });
const shown = (pages: FormPage[], answers: Record<string, TypedAnswer> = {}) => [
  ...visibleFields(pages, given(answers)).keys(),
];

describe('conditions', () => {
  const pages = [
    page(
      'second',
      2,
      [field('hidden-later', 2, when('kind', 'b')), field('later', 1)],
      when('kind', 'a', 'b'),
    ),
    page('first', 1, [field('kind', 1)]),
  ];

  it('show fields and sections by an answer, in the form’s order, and leave out pages that nothing is left of', () => {
    expect(shown(pages)).toEqual(['kind']);
    expect(shownPages(pages, given({})).map(({ id }) => id)).toEqual(['first']);
    expect(shown(pages, { kind: radio('a') })).toEqual(['kind', 'later']);
    expect(shown(pages, { kind: radio('b') })).toEqual(['kind', 'later', 'hidden-later']);
  });

  it('compare options, countries and flags', () => {
    const asked = (showWhen: ShowWhen, answer: TypedAnswer) =>
      shown([page('p', 1, [field('a', 1), field('b', 2, showWhen)])], { a: answer }).includes('b');
    expect(asked(when('a', 'x'), { fieldTypeId: 'MultiOptionsCheckBox', optionIds: ['y', 'x'] })).toBe(true);
    expect(asked(when('a', 'x'), { fieldTypeId: 'MultiOptionsCheckBox', optionIds: [] })).toBe(false);
    expect(asked(when('a', 'AE'), { fieldTypeId: 'Country', countryId: 'AE' })).toBe(true);
    const address = { countryId: 'AE', city: 'Dubai', zipcode: '0', address: 'Marina' };
    const seat: TypedAnswer = { fieldTypeId: 'CompanyAddress', ...address, hasCorrespondenceAddress: true };
    expect(asked(when('a', 'true'), seat)).toBe(true);
    expect(asked(when('a', 'false'), seat)).toBe(false);
    expect(asked(when('a', 'AE'), seat)).toBe(true);
    expect(asked(when('a', 'x'), { fieldTypeId: 'Text', textValue: 'x' })).toBe(false);
  });

  it('combine with all, any and not', () => {
    const asked = (showWhen: ShowWhen) =>
      shown([page('p', 1, [field('a', 1), field('b', 2), field('c', 3, showWhen)])], {
        a: radio('x'),
        b: radio('y'),
      }).includes('c');
    expect(asked({ all: [when('a', 'x'), when('b', 'y')] })).toBe(true);
    expect(asked({ all: [when('a', 'x'), when('b', 'z')] })).toBe(false);
    expect(asked({ any: [when('a', 'z'), when('b', 'y')] })).toBe(true);
    expect(asked({ any: [] })).toBe(false);
    expect(asked({ not: when('a', 'z') })).toBe(true);
    expect(asked(when('gone', 'x'))).toBe(false);
  });

  it('do not hold on a field that is itself not shown, even where an old answer is still there', () => {
    const chain = [
      page('p', 1, [field('a', 1), field('b', 2, when('a', 'x')), field('c', 3, when('b', 'x'))]),
    ];
    expect(shown(chain, { a: radio('x'), b: radio('x') })).toEqual(['a', 'b', 'c']);
    expect(shown(chain, { a: radio('y'), b: radio('x') })).toEqual(['a']);
  });

  it('that lead back to themselves do not hold', () => {
    const circle = [page('p', 1, [field('a', 1, when('b', 'x')), field('b', 2, when('a', 'x'))])];
    expect(shown(circle, { a: radio('x'), b: radio('x') })).toEqual([]);
  });
});

describe('an answer', () => {
  it('is none where nothing is chosen and nobody is named', () => {
    expect(isFilled(undefined)).toBe(false);
    expect(isFilled({ optionIds: [] })).toBe(false);
    expect(isFilled({ people: [] })).toBe(false);
    expect(isFilled({ numberValue: 0 })).toBe(true);
  });
});
