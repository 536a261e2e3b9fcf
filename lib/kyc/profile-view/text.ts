import countries from 'i18n-iso-countries/index.js';
import english from 'i18n-iso-countries/langs/en.json';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { AnswerLanguage } from './words';

countries.registerLocale(english);

// Controls, lone surrogates and the explicit bidirectional controls (U+202A to U+202E, U+2066 to U+2069) have no place in
// what is read: the first two are refused by JSON readers and fonts, the last can make `gpj.exe` read as `exe.jpg`.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** A value as one printable line: line breaks and tabs become blanks, what cannot be printed is left out. */
export function line(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(UNPRINTABLE, '').normalize('NFC').trim();
}

/** A value as printable paragraphs, one for each line of it; empty lines at both ends are left out. */
export function paragraphs(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/u).map((one) => line(one));
  const first = lines.findIndex((one) => one !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((one) => one !== '') + 1);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayOf(at: Date): string {
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}

/** `2026-03-09` → "9 Mar 2026". What is no ISO date is shown as it came. */
export function date(text: string): string {
  const moment = /^\d{4}-\d{2}-\d{2}/.test(text) ? new Date(text) : undefined;
  return moment && !Number.isNaN(moment.getTime()) ? dayOf(moment) : line(text);
}

/** "9 Mar 2026, 14:03:11 UTC", to the second. What is no moment is shown as it came. */
export function moment(value: string | Date, zone: 'with zone' | 'without zone' = 'with zone'): string {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return line(String(value));
  return `${dayOf(at)}, ${at.toISOString().slice(11, 19)}${zone === 'with zone' ? ' UTC' : ''}`;
}

const decimal = new Intl.NumberFormat('en', { maximumFractionDigits: 15 });

/** A number as entered, with thousands set apart: "1,250,000.5". */
export function number(value: number): string {
  return decimal.format(value);
}

/** A number in E.164 as it is dialled from abroad: "+971 50 123 4567". What is no number is shown as it came. */
export function phone(value: string): string {
  return parsePhoneNumberFromString(value)?.formatInternational() ?? value;
}

/** The country's name; a code that ISO 3166-1 does not know is shown as it came. */
export function country(code: string, language: AnswerLanguage): string {
  return countries.getName(code, language) ?? line(code);
}
