import english from 'i18n-iso-countries/langs/en.json';
import { fold } from './fold';

/** A country by its ISO 3166-1 alpha-2 code, with the names that people look for it under. */
export interface Country {
  code: string;
  name: string;
  otherNames: readonly string[];
}

/** All countries, ordered by name. Other languages have the same codes; English stands in for a language that has no list. */
export const COUNTRIES: readonly Country[] = Object.entries<string | string[]>(english.countries)
  .map(([code, names]) => {
    const [name = code, ...others] = typeof names === 'string' ? [names] : names;
    // A name that differs by an accent only is found anyway.
    return { code, name, otherNames: others.filter((other) => fold(other) !== fold(name)) };
  })
  .sort((a, b) => a.name.localeCompare(b.name, 'en'));

const byCode = new Map(COUNTRIES.map((country) => [country.code, country]));

/** A country's name; of a code that is on no list the code itself. */
export function countryName(code: string): string {
  return byCode.get(code)?.name ?? code;
}
