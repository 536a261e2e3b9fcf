import en from './en.json';

/** The languages that a report can be made in. */
export type ReportLanguage = 'en';

/** Every word that a report prints of its own accord. */
export type ReportWords = typeof en;

const WORDS: Record<ReportLanguage, ReportWords> = { en };

/** The words of a language. */
export function wordsIn(language: ReportLanguage): ReportWords {
  return WORDS[language];
}

/** `template` with each `{name}` replaced by its value; a value is never searched for further names. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/**
 * The word for an item of one of the contract's lists. A remote server may send an item that is not on the list; it is then
 * shown as sent, with its parts set apart (`submittedAgain` → "Submitted again").
 */
export function wordFor(list: Readonly<Record<string, string>>, item: string): string {
  return Object.hasOwn(list, item) ? (list[item] ?? item) : humanise(item);
}

/** An identifier as words: `customer.created`, `customer_created` and `customerCreated` all give "Customer created". */
export function humanise(identifier: string): string {
  const spaced = identifier
    .replace(/[._-]+/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
