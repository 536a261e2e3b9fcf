import answers from '@/lib/i18n/messages/en/answers.json';
import kyc from '@/lib/i18n/messages/en/kyc.json';

/** The languages that answers can be worded in. */
export type AnswerLanguage = 'en';

/** The words that stand in for values, and those of the contract's lists. */
export type AnswerWords = typeof answers & { documentTypes: typeof kyc.documentType };

const WORDS: Record<AnswerLanguage, AnswerWords> = { en: { ...answers, documentTypes: kyc.documentType } };

/** The words of a language. */
export function answerWords(language: AnswerLanguage): AnswerWords {
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
