import { describe, expect, it } from 'vitest';
import { answerOf, type Draft, partId, problemsByPart, sameAnswer } from './capture-draft';
import type { TypedAnswer } from './contract/answers';
import { typedAnswer } from './contract/answers';

const answers: TypedAnswer[] = [
  { fieldTypeId: 'Text', textValue: 'Rana' },
  { fieldTypeId: 'Number', numberValue: 0 },
  { fieldTypeId: 'Phone', textValue: '+971501234567' },
  { fieldTypeId: 'MultiOptionsCheckBox', optionIds: [] },
  { fieldTypeId: 'UserAddress', address: 'a', city: 'b', state: 'c', zipcode: '-', countryId: 'AE' },
  {
    fieldTypeId: 'CompanyAddress',
    address: 'a',
    city: 'b',
    zipcode: '-',
    countryId: 'AE',
    hasCorrespondenceAddress: false,
  },
  { fieldTypeId: 'IdCard', idCardFrontId: 'd1' },
  { fieldTypeId: 'People', people: [{ fullName: 'A', roleIds: [], holdings: [{ percent: 30 }] }] },
];

describe('what a draft says to the server', () => {
  it.each(answers)('is the answer itself where nothing was changed: $fieldTypeId', (answer) => {
    const draft: Draft = answer;
    expect(answerOf(draft)).toEqual(answer);
    expect(typedAnswer.safeParse(answerOf(draft)).success).toBe(true);
  });

  it.each<Draft | undefined>([
    undefined,
    { fieldTypeId: 'Text', textValue: '  ' },
    { fieldTypeId: 'Number', typed: ' ' },
    { fieldTypeId: 'Phone', textValue: '', typed: '', region: 'AE' },
    { fieldTypeId: 'UserAddress', city: ' ', countryId: undefined },
    { fieldTypeId: 'CompanyAddress', hasCorrespondenceAddress: false },
    { fieldTypeId: 'People', people: [] },
  ])('is nothing where nothing is entered: %j', (draft) => expect(answerOf(draft)).toBeNull());

  it('trims texts and leaves out what only the control knows', () => {
    expect(answerOf({ fieldTypeId: 'Number', numberValue: 12, typed: '12.' })).toEqual({
      fieldTypeId: 'Number',
      numberValue: 12,
    });
    expect(answerOf({ fieldTypeId: 'Text', textValue: ' Rana ' })).toEqual({
      fieldTypeId: 'Text',
      textValue: 'Rana',
    });
  });

  it('keeps what no answer can hold, so that it is refused and not passed over', () => {
    for (const draft of [
      { fieldTypeId: 'Number', typed: 'twelve' },
      { fieldTypeId: 'Email', textValue: 'rana@' },
      { fieldTypeId: 'People', people: [{ fullName: 'A', roleIds: [], holdings: [{ typed: 'x' }] }] },
    ] satisfies Draft[]) {
      expect(answerOf(draft)).not.toBeNull();
      expect(typedAnswer.safeParse(answerOf(draft)).success).toBe(false);
    }
  });

  it('drops an address for letters that is switched off', () => {
    const draft: Draft = {
      fieldTypeId: 'CompanyAddress',
      address: 'a',
      city: 'b',
      zipcode: '-',
      countryId: 'AE',
      hasCorrespondenceAddress: false,
      correspondenceCity: 'kept in the form only',
    };
    expect(answerOf(draft)).not.toHaveProperty('correspondenceCity');
    expect(answerOf({ ...draft, hasCorrespondenceAddress: true })).toHaveProperty('correspondenceCity');
  });
});

it('tells drafts apart by what they say, not by how they are typed', () => {
  const number = { fieldTypeId: 'Number', numberValue: 12 } as const;
  expect(sameAnswer(number, { ...number, typed: '12.' })).toBe(true);
  expect(sameAnswer(number, { ...number, numberValue: 13 })).toBe(false);
  expect(sameAnswer(undefined, { fieldTypeId: 'Text', textValue: '' })).toBe(true);
});

it('counts shares that the server has summed as the same people', () => {
  const person = { id: 'a', fullName: 'A', roleIds: [], holdings: [{ percent: 30 }] };
  const [typed, summed] = [person, { ...person, ownershipPercent: 30 }].map(
    (one): Draft => ({ fieldTypeId: 'People', people: [one] }),
  );
  expect(sameAnswer(typed, summed)).toBe(true);
});

it('sorts faults to the boxes that they belong to', () => {
  const fault = (path: string) => ({ path, message: `${path} is bad` });
  expect(problemsByPart('Text', [fault('textValue')])).toEqual({ whole: 'textValue is bad', parts: {} });
  expect(problemsByPart('UserAddress', [fault('city'), fault('city'), fault('')])).toEqual({
    whole: ' is bad',
    parts: { city: 'city is bad' },
  });
  expect(problemsByPart('People', [fault('people'), fault('people[0].fullName')])).toEqual({
    whole: 'people is bad',
    parts: { 'people[0].fullName': 'people[0].fullName is bad' },
  });
});

it('names every part of a field with an id of its own', () => {
  expect(partId('f1', '')).toBe('f1');
  expect(partId('f1', 'city')).toBe('f1-city');
  expect(partId('f1', 'people[0].holdings[1].percent')).toBe('f1-people-0-holdings-1-percent');
});
