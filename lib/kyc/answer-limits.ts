import countries from 'i18n-iso-countries/index.js';
import { isValidPhoneNumber } from 'libphonenumber-js/min';
import type { Person, TypedAnswer } from './contract/answers';
import type { FieldFault } from './contract/errors';
import type { FieldLimits, FormField } from './contract/forms';
import { memberId, ownership } from './ownership';
import { dayOfLimit } from './relative-day';

type AnswerOf<K extends TypedAnswer['fieldTypeId']> = Extract<TypedAnswer, { fieldTypeId: K }>;
type Asked = Pick<FormField, 'options' | 'limits'>;

/** What is wrong with an answer that has the right type: the field's limits and options, and what no type can say. */
export function limitFaults(answer: TypedAnswer, field: Asked, today: string): FieldFault[] {
  const { limits = {} } = field;
  switch (answer.fieldTypeId) {
    case 'Text':
    case 'TextArea':
    case 'Email':
      return textFaults(answer.textValue, limits);
    case 'Phone':
      return isValidPhoneNumber(answer.textValue)
        ? []
        : fault('textValue', 'is not a number that its country gives out');
    case 'Number':
      return numberFaults(answer.numberValue, limits);
    case 'DatePicker':
      return dayFaults('date', answer.date, limits, today);
    case 'SingleOptionRadio':
      return isOffered(field, answer.optionId) ? [] : fault('optionId', 'is not one of the options');
    case 'MultiOptionsCheckBox':
      return choiceFaults(answer.optionIds, field);
    case 'Country':
    case 'UserAddress':
      return countryFaults('countryId', answer.countryId);
    case 'CompanyAddress':
      return companyAddressFaults(answer);
    case 'Signature':
      // The signer's clock and zone may be ahead of ours by some hours.
      return answer.signedAt.slice(0, 10) > (dayOfLimit('+1d', today) ?? today)
        ? fault('signedAt', 'must not be in the future')
        : [];
    case 'People':
      return peopleFaults(answer.people, field, today);
    case 'Passport':
    case 'IdCard':
    case 'Document':
      return [];
  }
}

const fault = (path: string, message: string): FieldFault[] => [{ path, message }];

function textFaults(text: string, { minLength, maxLength }: FieldLimits): FieldFault[] {
  const length = [...text].length;
  if (minLength !== undefined && length < minLength) {
    return fault('textValue', `must have at least ${minLength} characters`);
  }
  return maxLength !== undefined && length > maxLength
    ? fault('textValue', `must have at most ${maxLength} characters`)
    : [];
}

function numberFaults(value: number, { min, max, decimals }: FieldLimits): FieldFault[] {
  if (min !== undefined && value < min) return fault('numberValue', `must be at least ${min}`);
  if (max !== undefined && value > max) return fault('numberValue', `must be at most ${max}`);
  if (decimals === undefined || decimalsOf(value) <= decimals) return [];
  return fault(
    'numberValue',
    decimals === 0 ? 'must be a whole number' : `must have at most ${decimals} decimal places`,
  );
}

/** Places after the decimal point of a number as it is written. */
function decimalsOf(value: number): number {
  const [, fraction = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

function dayFaults(
  path: string,
  day: string,
  { earliest, latest }: FieldLimits,
  today: string,
): FieldFault[] {
  const from = earliest === undefined ? undefined : dayOfLimit(earliest, today);
  const to = latest === undefined ? undefined : dayOfLimit(latest, today);
  if (from !== undefined && day < from) return fault(path, `must not be before ${from}`);
  return to !== undefined && day > to ? fault(path, `must not be after ${to}`) : [];
}

function isOffered({ options = [] }: Asked, id: string): boolean {
  return options.some((option) => option.id === id);
}

function choiceFaults(optionIds: readonly string[], field: Asked): FieldFault[] {
  const { least = 0, most = Number.POSITIVE_INFINITY } = field.limits ?? {};
  const faults = optionIds.flatMap((id, index) => {
    if (!isOffered(field, id)) return fault(`optionIds[${index}]`, 'is not one of the options');
    return optionIds.indexOf(id) === index ? [] : fault(`optionIds[${index}]`, 'is chosen twice');
  });
  // None at all is an answer to nothing (contract, section 6), not too few.
  if (optionIds.length > 0 && optionIds.length < least) {
    faults.push({ path: 'optionIds', message: `must be at least ${least} of the options` });
  }
  if (optionIds.length > most)
    faults.push({ path: 'optionIds', message: `must be at most ${most} of the options` });
  return faults;
}

function countryFaults(path: string, code: string): FieldFault[] {
  return countries.isValid(code) ? [] : fault(path, 'is not a country of ISO 3166-1');
}

const CORRESPONDENCE = [
  'correspondenceCountryId',
  'correspondenceCity',
  'correspondenceZipcode',
  'correspondenceAddress',
] as const;

function companyAddressFaults(answer: AnswerOf<'CompanyAddress'>): FieldFault[] {
  const missing = CORRESPONDENCE.filter((part) => answer.hasCorrespondenceAddress && !answer[part]);
  const { correspondenceCountryId: second } = answer;
  return [
    ...countryFaults('countryId', answer.countryId),
    ...missing.flatMap((part) => fault(part, 'is required')),
    ...(second === undefined ? [] : countryFaults('correspondenceCountryId', second)),
  ];
}

function peopleFaults(people: readonly Person[], field: Asked, today: string): FieldFault[] {
  const { least = 0, most = Number.POSITIVE_INFINITY } = field.limits ?? {};
  const { faults, effective } = ownership(people);
  const all = people.flatMap((person, index) => {
    const share = effective.get(memberId(person, index)) ?? 0;
    return memberFaults(person, field, share, today).map(({ path, message }) => ({
      path: `people[${index}].${path}`,
      message,
    }));
  });
  all.push(...faults.map(({ path, message }) => ({ path: `people${path}`, message })));
  // Nobody at all is an answer to nothing, as with options.
  if (people.length > 0 && people.length < least) {
    all.push({ path: 'people', message: `must name at least ${least}` });
  }
  if (people.length > most) all.push({ path: 'people', message: `must name at most ${most}` });
  return all;
}

/** How far `ownershipPercent` may be from what the holdings come to: it may have been rounded to two places. */
const ROUNDING = 0.005;

function memberFaults(person: Person, { options }: Asked, share: number, today: string): FieldFault[] {
  const { roleIds, nationalityId, dateOfBirth, ownershipPercent, holdings = [] } = person;
  const roles = options?.map(({ id }) => id);
  const faults = roleIds.flatMap((id, index) =>
    roles && !roles.includes(id) ? fault(`roleIds[${index}]`, 'is not one of the roles') : [],
  );
  if (nationalityId !== undefined) faults.push(...countryFaults('nationalityId', nationalityId));
  if (dateOfBirth !== undefined && dateOfBirth > today) {
    faults.push({ path: 'dateOfBirth', message: 'must not be in the future' });
  }
  const contradicts = ownershipPercent !== undefined && Math.abs(ownershipPercent - share) > ROUNDING + 1e-9;
  if (holdings.length > 0 && contradicts) {
    faults.push({ path: 'ownershipPercent', message: `must be ${share}, what the holdings come to` });
  }
  return faults;
}
