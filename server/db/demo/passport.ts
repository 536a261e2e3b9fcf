import countries from 'i18n-iso-countries';
import type { DemoPerson } from './cast';
import { Raster } from './raster';

const PALETTE = [
  [244, 241, 232],
  [31, 62, 122],
  [34, 38, 46],
  [203, 210, 222],
  [122, 133, 150],
  [214, 205, 186],
] as const;
const [BLUE, INK, SKY, SHADOW, BAND] = [1, 2, 3, 4, 5];

export const PASSPORT_PIXELS = { width: 640, height: 440 } as const;

/** A picture of the data page of a passport, with a machine-readable zone whose check digits are right (ICAO Doc 9303-4). */
export function passportPicture(person: DemoPerson, number: string, expires: string): Buffer {
  const state = countries.alpha2ToAlpha3(person.nationality) ?? 'UTO';
  const names = person.latin.split(' ');
  const surname = names.at(-1) ?? '';
  const given = names.slice(0, -1).join(' ');
  const picture = new Raster(PASSPORT_PIXELS.width, PASSPORT_PIXELS.height, PALETTE);
  picture.rectangle(0, 0, 640, 54, BLUE);
  picture.text('PASSPORT', 28, 18, 3, 0);
  picture.text('SPECIMEN', 452, 18, 3, 0);
  picture.rectangle(28, 82, 164, 208, SKY);
  picture.ellipse(72, 112, 76, 92, SHADOW);
  picture.ellipse(44, 216, 132, 148, SHADOW);
  picture.rectangle(28, 290, 164, 80, 0);
  const lines = [
    ['CODE / PASSPORT NO', `${state}   ${number}`],
    ['SURNAME', surname],
    ['GIVEN NAMES', given],
    ['DATE OF BIRTH', person.born],
    ['DATE OF EXPIRY', expires],
  ] as const;
  for (const [index, [label, value]] of lines.entries()) {
    picture.text(label, 220, 84 + index * 44, 1, SHADOW);
    picture.text(value, 220, 98 + index * 44, 2, INK);
  }
  picture.rectangle(0, 336, 640, 104, BAND);
  const [first, second] = machineReadable({ state, surname, given, number, born: person.born, expires });
  picture.text(first, 56, 362, 2, INK);
  picture.text(second, 56, 396, 2, INK);
  return picture.png();
}

type Particulars = {
  state: string;
  surname: string;
  given: string;
  number: string;
  born: string;
  expires: string;
};

/** The two lines of 44 characters of a passport's machine-readable zone. */
export function machineReadable(of: Particulars): [string, string] {
  const fill = (text: string, length: number) => text.padEnd(length, '<').slice(0, length);
  const letters = (words: string) => words.toUpperCase().replace(/[^A-Z]+/g, '<');
  const first = fill(`P<${of.state}${letters(of.surname)}<<${letters(of.given)}`, 44);
  const number = fill(of.number, 9);
  const [born, expires] = [of.born, of.expires].map((day) => day.slice(2).replaceAll('-', '')) as [
    string,
    string,
  ];
  const personal = fill('', 14);
  const checked = [number, born, expires, personal].map((part) => part + checkDigit(part));
  const [numbers, births, ends, optional] = checked as [string, string, string, string];
  const all = checkDigit(numbers + births + ends + optional);
  return [first, `${numbers}${of.state}${births}<${ends}${optional}${all}`];
}

/** Weights 7, 3, 1 over the characters' values, modulo 10 (ICAO Doc 9303-3, section 4.9). */
function checkDigit(text: string): number {
  const weights = [7, 3, 1];
  const valueOf = (character: string) => (character === '<' ? 0 : Number.parseInt(character, 36));
  return [...text].reduce((sum, character, i) => sum + valueOf(character) * (weights[i % 3] ?? 0), 0) % 10;
}
