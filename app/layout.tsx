import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/components/ui/client-messages';
import { direction } from '@/lib/i18n/locales';
import { parseTheme, preferenceCookies } from '@/lib/preferences';
import { colours } from '@/lib/theme/tokens';
import { fontVariables } from './fonts';
import { Providers } from './providers';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return {
    title: { default: t('product'), template: `%s · ${t('product')}` },
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: colours.light.paper },
    { media: '(prefers-color-scheme: dark)', color: colours.dark.paper },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const t = await getTranslations('common');
  const jar = await cookies();
  const theme = parseTheme(jar.get(preferenceCookies.theme)?.value);
  return (
    <html
      lang={locale}
      dir={direction(locale)}
      className={fontVariables}
      data-theme={theme === 'system' ? undefined : theme}
      suppressHydrationWarning
    >
      <body>
        <ClientMessages>
          <Providers
            zone={jar.get(preferenceCookies.zone)?.value ?? null}
            labels={{ notifications: t('notifications'), dismiss: t('dismiss') }}
          >
            {children}
          </Providers>
        </ClientMessages>
      </body>
    </html>
  );
}
