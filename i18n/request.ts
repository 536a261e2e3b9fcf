import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { type Locale, parseLocale } from '@/lib/i18n/locales';
import { en, type Messages } from '@/lib/i18n/messages';
import { parseZone, preferenceCookies } from '@/lib/preferences';

const messages: Record<Locale, Messages> = { en };

export default getRequestConfig(async () => {
  const jar = await cookies();
  const locale = parseLocale(jar.get(preferenceCookies.locale)?.value);
  return { locale, messages: messages[locale], timeZone: parseZone(jar.get(preferenceCookies.zone)?.value) };
});
