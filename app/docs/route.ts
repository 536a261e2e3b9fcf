import { cookies } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { parseTheme, preferenceCookies } from '@/lib/preferences';
import { nonceOf, referencePage } from '@/server/http/reference';

export async function GET(request: Request): Promise<Response> {
  const [t, lang, jar] = await Promise.all([getTranslations('reference'), getLocale(), cookies()]);
  return referencePage({
    words: {
      title: t('title'),
      back: t('back'),
      document: t('document'),
      operations: t('operations'),
      withoutScript: t('withoutScript'),
    },
    lang,
    theme: parseTheme(jar.get(preferenceCookies.theme)?.value),
    nonce: nonceOf(request.headers.get('content-security-policy')),
  });
}
