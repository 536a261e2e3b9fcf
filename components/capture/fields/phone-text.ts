import type { CountryCode } from 'libphonenumber-js';
import type { Draft } from '@/lib/kyc/capture-draft';

/** The library of numbering plans, as far as it is used here; it is fetched when a phone field is shown. */
export type PhonePlans = Pick<
  typeof import('libphonenumber-js'),
  'AsYouType' | 'getCountries' | 'getCountryCallingCode' | 'isSupportedCountry' | 'parsePhoneNumberFromString'
>;

type Phone = Draft<'Phone'>;

/** What stands in the two boxes of a phone field. */
export interface PhoneBoxes {
  /** ISO 3166-1 alpha-2; empty where none is chosen. */
  region: string;
  text: string;
}

/** What to show of a draft: a number from the server is split into country and national part as soon as the plans are there. */
export function boxesOf(value: Phone | undefined, plans: PhonePlans | undefined): PhoneBoxes {
  if (value?.typed !== undefined) return { region: value.region ?? '', text: value.typed };
  const number = plans?.parsePhoneNumberFromString(value?.textValue ?? '');
  if (!number?.country) return { region: value?.region ?? '', text: value?.textValue ?? '' };
  return { region: number.country, text: number.formatNational() };
}

/**
 * The draft of what stands in the boxes: `textValue` is the number in E.164 where it is one, and otherwise the text itself, which no
 * answer can hold. A number typed with `+` or `00` and its calling code brings its country along.
 */
export function phoneOf({ region, text }: PhoneBoxes, plans: PhonePlans | undefined): Phone | undefined {
  const typed = text.trim() === '' ? '' : text;
  if (typed === '' && region === '') return undefined;
  const number = plans?.parsePhoneNumberFromString(international(typed), planOf(region, plans));
  const e164 = number?.isPossible() ? number.number : undefined;
  return {
    fieldTypeId: 'Phone',
    textValue: e164 ?? (plans === undefined ? international(typed).replace(/[\s().-]/g, '') : typed.trim()),
    typed,
    region: number?.country ?? region,
  };
}

/** Whether a number that has the right length is one that its country's plan knows; undefined where that cannot be told yet. */
export function isKnownNumber(value: Phone | undefined, plans: PhonePlans | undefined): boolean | undefined {
  const number = plans?.parsePhoneNumberFromString(value?.textValue ?? '');
  return number?.isValid();
}

/** The text with the blanks and brackets of its country's way of writing; what is typed in the middle stays as it is. */
export function formatted({ region, text }: PhoneBoxes, plans: PhonePlans): string {
  return new plans.AsYouType(planOf(region, plans)).input(international(text));
}

/** The boxes once the focus left them: a calling code that was typed moves into the country. */
export function settled(value: Phone | undefined, plans: PhonePlans | undefined): Phone | undefined {
  const number = plans?.parsePhoneNumberFromString(value?.textValue ?? '');
  if (!value || !number?.country) return value;
  return { ...value, typed: number.formatNational(), region: number.country };
}

/** `00` before a calling code, as it is dialled in most countries, means `+`. */
const international = (text: string) => text.replace(/^\s*00/, '+');

function planOf(region: string, plans: PhonePlans | undefined): CountryCode | undefined {
  return plans?.isSupportedCountry(region) ? region : undefined;
}
