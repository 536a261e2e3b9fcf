import { describe, expect, it } from 'vitest';
import type { Person, TypedAnswer } from './contract/answers';
import { fieldFaults } from './contract/errors';
import type { FormField, FormPage } from './contract/forms';
import type { FieldType } from './contract/lists';
import { parseParams } from './contract/parse';
import { answerSchema, checkAnswers } from './form-schema';

const today = '2026-11-22';

function field(fieldTypeId: FieldType, details: Partial<FormField> = {}): FormField {
  const id = details.id ?? 'f';
  return {
    id,
    name: id,
    label: `Label of ${id}`,
    fqName: id,
    fieldTypeId,
    isRequired: true,
    isLocked: false,
    order: 1,
    ...details,
  };
}
const options = (...ids: string[]) => ids.map((id) => ({ id, optionText: id, optionValue: id }));
const parse = (one: FormField, answer: unknown) =>
  answerSchema(one, { today }).safeParse(answer, parseParams);

/** The faults of an answer, `path: message` each. */
function faults(one: FormField, answer: object): string[] {
  const parsed = parse(one, { fieldTypeId: one.fieldTypeId, ...answer });
  return parsed.success ? [] : fieldFaults(parsed.error).map(({ path, message }) => `${path}: ${message}`);
}

const home = { countryId: 'AE', city: 'Dubai', zipcode: '0', address: 'Marina 2' };

describe('an answer', () => {
  it('of another type than the field’s has one fault', () => {
    expect(faults(field('Number'), { fieldTypeId: 'Text', textValue: 'x' })).toEqual([
      'fieldTypeId: must be Number',
    ]);
    expect(
      faults({ ...field('Text'), fieldTypeId: 'Hologram' }, { fieldTypeId: 'Text', textValue: 'x' }),
    ).toEqual(['fieldTypeId: must be Hologram']);
  });

  it.each<[string, FormField, object, string[]]>([
    [
      'a short text',
      field('Text', { limits: { minLength: 3 } }),
      { textValue: '雅文' },
      ['textValue: must have at least 3 characters'],
    ],
    [
      'a long text, counted in characters',
      field('TextArea', { limits: { maxLength: 2 } }),
      { textValue: '🙂🙂' },
      [],
    ],
    [
      'a longer one',
      field('TextArea', { limits: { maxLength: 2 } }),
      { textValue: 'abc' },
      ['textValue: must have at most 2 characters'],
    ],
    [
      'a number below',
      field('Number', { limits: { min: 0 } }),
      { numberValue: -1 },
      ['numberValue: must be at least 0'],
    ],
    [
      'a number above',
      field('Number', { limits: { max: 9 } }),
      { numberValue: 10 },
      ['numberValue: must be at most 9'],
    ],
    ['cents', field('Number', { limits: { decimals: 2 } }), { numberValue: 1_000_000.25 }, []],
    [
      'a part of a cent',
      field('Number', { limits: { decimals: 2 } }),
      { numberValue: 0.125 },
      ['numberValue: must have at most 2 decimal places'],
    ],
    [
      'a very small number',
      field('Number', { limits: { decimals: 2 } }),
      { numberValue: 1e-7 },
      ['numberValue: must have at most 2 decimal places'],
    ],
    [
      'half a person',
      field('Number', { limits: { decimals: 0 } }),
      { numberValue: 1.5 },
      ['numberValue: must be a whole number'],
    ],
    ['the 18th birthday', field('DatePicker', { limits: { latest: '-18y' } }), { date: '2008-11-22' }, []],
    [
      'the day before it',
      field('DatePicker', { limits: { latest: '-18y' } }),
      { date: '2008-11-23' },
      ['date: must not be after 2008-11-22'],
    ],
    [
      'a day too early',
      field('DatePicker', { limits: { earliest: '2000-01-01' } }),
      { date: '1999-12-31' },
      ['date: must not be before 2000-01-01'],
    ],
    ['a phone number', field('Phone'), { textValue: '+971501234567' }, []],
    [
      'a number too short for its country',
      field('Phone'),
      { textValue: '+97150123' },
      ['textValue: is not a number that its country gives out'],
    ],
    [
      'a number of no country',
      field('Phone'),
      { textValue: '+999123456789' },
      ['textValue: is not a number that its country gives out'],
    ],
    [
      'a country that is none',
      field('Country'),
      { countryId: 'QQ' },
      ['countryId: is not a country of ISO 3166-1'],
    ],
    [
      'another field’s option',
      field('SingleOptionRadio', { options: options('a') }),
      { optionId: 'b' },
      ['optionId: is not one of the options'],
    ],
    [
      'an option twice',
      field('MultiOptionsCheckBox', { options: options('a', 'b') }),
      { optionIds: ['a', 'a'] },
      ['optionIds[1]: is chosen twice'],
    ],
    [
      'too few options',
      field('MultiOptionsCheckBox', { options: options('a', 'b'), limits: { least: 2 } }),
      { optionIds: ['a'] },
      ['optionIds: must be at least 2 of the options'],
    ],
    [
      'no option, which is an answer to nothing',
      field('MultiOptionsCheckBox', { options: options('a'), limits: { least: 1 } }),
      { optionIds: [] },
      [],
    ],
    ['a place without the post', field('CompanyAddress'), { ...home, hasCorrespondenceAddress: false }, []],
    [
      'a place with half of the post',
      field('CompanyAddress'),
      { ...home, hasCorrespondenceAddress: true, correspondenceCountryId: 'ZZ', correspondenceCity: 'Zug' },
      [
        'correspondenceZipcode: is required',
        'correspondenceAddress: is required',
        'correspondenceCountryId: is not a country of ISO 3166-1',
      ],
    ],
    ['a signature of today', field('Signature'), { documentId: 'd', signedAt: '2026-11-22T23:59:59Z' }, []],
    [
      'a signature of next week',
      field('Signature'),
      { documentId: 'd', signedAt: '2026-11-29T10:00:00Z' },
      ['signedAt: must not be in the future'],
    ],
  ])('%s', (_, one, answer, expected) => {
    expect(faults(one, answer)).toEqual(expected);
  });

  it('names each bad part of an address once', () => {
    expect(faults(field('UserAddress'), { ...home, city: '', state: 'Dubai', countryId: 'uae' })).toEqual([
      'countryId: must be an ISO 3166-1 alpha-2 code',
      'city: must not be empty',
    ]);
  });
});

describe('people', () => {
  const owners = field('People', { options: options('Director', 'BeneficialOwner'), limits: { most: 3 } });
  const anna: Person = { id: 'anna', fullName: 'Anna', roleIds: ['BeneficialOwner'] };
  const held: Person = {
    id: 'c',
    fullName: 'Holding',
    roleIds: [],
    isCompany: true,
    holdings: [{ percent: 80 }],
  };

  it('have names, roles that the field offers, countries that exist, and births in the past', () => {
    expect(faults(owners, { people: [{ ...anna, fullName: ' ' }] })).toEqual([
      'people[0].fullName: must not be empty',
    ]);
    const wrong = { roleIds: ['Director', 'King'], nationalityId: 'QQ', dateOfBirth: '2027-01-01' };
    expect(faults(owners, { people: [anna, { ...anna, id: 'b', ...wrong }] })).toEqual([
      'people[1].roleIds[1]: is not one of the roles',
      'people[1].nationalityId: is not a country of ISO 3166-1',
      'people[1].dateOfBirth: must not be in the future',
    ]);
    const many = ['a', 'b', 'c', 'd'].map((id) => ({ ...anna, id }));
    expect(faults(owners, { people: many })).toEqual(['people: must name at most 3']);
  });

  it('who hold through others get the share that their holdings come to, and may not say another', () => {
    const through = { ...anna, holdings: [{ companyId: 'c', percent: 50 }] };
    const parsed = parse(owners, { fieldTypeId: 'People', people: [held, through] });
    expect(parsed.data).toMatchObject({ people: [{ ownershipPercent: 80 }, { ownershipPercent: 40 }] });
    expect(faults(owners, { people: [held, { ...through, ownershipPercent: 40 }] })).toEqual([]);
    expect(faults(owners, { people: [held, { ...through, ownershipPercent: 41 }] })).toEqual([
      'people[1].ownershipPercent: must be 40, what the holdings come to',
    ]);
  });

  it('cannot hold in circles, in strangers, or more than there is', () => {
    const circle = { ...held, holdings: [{ companyId: 'c', percent: 10 }] };
    const stranger = { ...anna, holdings: [{ companyId: 'gone', percent: 10 }] };
    expect(faults(owners, { people: [circle, stranger] })).toEqual([
      'people[0].holdings[0].companyId: is the member itself',
      'people[1].holdings[0].companyId: is not in the list',
    ]);
    expect(faults(owners, { people: [held, { ...anna, ownershipPercent: 21 }] })).toEqual([
      'people: the shares in the customer come to 101 %, more than 100 %',
    ]);
  });
});

describe('a form', () => {
  const person = (id: string, more: Partial<Person> = {}): Person => ({
    id,
    fullName: id,
    roleIds: ['Director'],
    nationalityId: 'AE',
    dateOfBirth: '1980-01-01',
    isPep: false,
    ...more,
  });
  const pages: FormPage[] = [
    {
      id: 'p2',
      name: 'Second',
      order: 2,
      sections: [
        {
          id: 's2',
          name: 'Owners',
          order: 1,
          showWhen: { fieldId: 'kind', oneOf: ['company'] },
          fields: [field('People', { id: 'owners', limits: { unaccountedBelow: 25 } })],
        },
      ],
    },
    {
      id: 'p1',
      name: 'First',
      order: 1,
      sections: [
        {
          id: 's1',
          name: 'Kind',
          order: 1,
          fields: [
            field('Text', { id: 'note', isRequired: false, order: 2, limits: { maxLength: 3 } }),
            field('SingleOptionRadio', { id: 'kind', order: 1, options: options('person', 'company') }),
            field('Text', { id: 'locked', isLocked: true, order: 3 }),
          ],
        },
      ],
    },
  ];
  const check = (answers: Record<string, TypedAnswer>) =>
    checkAnswers(pages, new Map(Object.entries(answers)), { today });
  const company: TypedAnswer = { fieldTypeId: 'SingleOptionRadio', optionId: 'company' };
  const owned = (...people: Person[]) =>
    check({ kind: company, owners: { fieldTypeId: 'People', people } }).map(({ kind, message }) => [
      kind,
      message,
    ]);

  it('tells what is missing and wrong among what is shown, in order, and asks nobody for what is locked', () => {
    expect(check({})).toEqual([
      { fieldId: 'kind', pageId: 'p1', label: 'Label of kind', kind: 'missing', message: 'is required' },
    ]);
    const wrong = check({ kind: company, note: { fieldTypeId: 'Text', textValue: 'four' } });
    expect(wrong.map(({ fieldId, kind, message }) => [fieldId, kind, message])).toEqual([
      ['note', 'invalid', 'must have at most 3 characters'],
      ['owners', 'missing', 'is required'],
    ]);
    expect(check({ kind: { fieldTypeId: 'SingleOptionRadio', optionId: 'person' } })).toEqual([]);
  });

  it('wants nationality, birth date and exposure of whoever holds 25 % or more', () => {
    expect(owned(person('Anna', { ownershipPercent: 100 }))).toEqual([]);
    const { dateOfBirth: _, isPep: __, ...less } = person('Anna', { ownershipPercent: 75.5 });
    const small = { ...less, id: 'Boris', fullName: 'Boris', ownershipPercent: 24.5 };
    expect(owned(less, small)).toEqual([
      [
        'missing',
        'Anna holds 75.5 %, which is 25 % or more: date of birth, whether politically exposed missing',
      ],
    ]);
  });

  it('wants an owner for every share that could be a beneficial owner’s, and a role or a share of everybody', () => {
    expect(owned(person('Anna', { ownershipPercent: 75.01 }))).toEqual([]);
    expect(owned(person('Anna', { ownershipPercent: 75 }))).toEqual([
      ['missing', '25 % of the ownership is not accounted for'],
    ]);
    expect(owned(person('Anna', { ownershipPercent: 100 }), person('Boris', { roleIds: [] }))).toEqual([
      ['missing', 'Boris needs a role or a share'],
    ]);
  });
});
