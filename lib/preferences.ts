/** What a person chose about the screen, kept in cookies so that the server renders it right the first time. */
export const preferenceCookies = { theme: 'theme', rail: 'rail', locale: 'locale', zone: 'zone' } as const;

export type ThemeChoice = 'system' | 'light' | 'dark';

/** The theme a cookie names; anything else is the system's. */
export function parseTheme(value: string | undefined): ThemeChoice {
  return value === 'light' || value === 'dark' ? value : 'system';
}

/** The IANA zone a cookie names, or UTC; a name that this runtime does not know is not taken. */
export function parseZone(value: string | undefined): string {
  if (!value) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

const YEAR_SECONDS = 31_536_000;

/** The text to set as `document.cookie`; an empty value takes the cookie away. */
export function preferenceCookie(
  name: keyof typeof preferenceCookies,
  value: string,
  secure: boolean,
): string {
  const age = value ? YEAR_SECONDS : 0;
  const text = `${preferenceCookies[name]}=${encodeURIComponent(value)}; Path=/; Max-Age=${age}; SameSite=Lax`;
  return secure ? `${text}; Secure` : text;
}
