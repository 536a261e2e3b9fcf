import english from 'i18n-iso-countries/langs/en.json';

/** A country by its ISO 3166-1 alpha-2 code, with the names that people look for it under. */
export interface Country {
  code: string;
  name: string;
  otherNames: readonly string[];
}

/** All countries, ordered by name. Other languages have the same codes; English stands in for a language that has no list. */
export const COUNTRIES: readonly Country[] = Object.entries<string | string[]>(english.countries)
  .map(([code, names]) => {
    const [name = code, ...otherNames] = typeof names === 'string' ? [names] : names;
    return { code, name, otherNames };
  })
  .sort((a, b) => a.name.localeCompare(b.name, 'en'));

const byCode = new Map(COUNTRIES.map((country) => [country.code, country]));

/** A country's name; of a code that is on no list the code itself. */
export function countryName(code: string): string {
  return byCode.get(code)?.name ?? code;
}
