/** The languages that have messages. */
export const locales = ['en'] as const;
export type Locale = (typeof locales)[number];

/** The language a cookie names, or English. */
export function parseLocale(value: string | undefined): Locale {
  return locales.find((locale) => locale === value) ?? 'en';
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur']);

/** Which way a language runs. */
export function direction(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
