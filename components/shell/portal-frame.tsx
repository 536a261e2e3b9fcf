import { LogOut } from 'lucide-react';
import { cookies } from 'next/headers';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { paths } from '@/lib/paths';
import { parseTheme, preferenceCookies } from '@/lib/preferences';
import { DemoBanner } from './demo-banner';
import { Mark } from './mark';
import { PortalNav } from './portal-nav';
import { PortalSignOut } from './portal-sign-out';
import { ThemeSwitch } from './theme-switch';

interface PortalFrameProps {
  /** The customer's own name. */
  name: string;
  demo: boolean;
  children: ReactNode;
}

/** What stands around the customer's own pages: the sign, where one can go, who is signed in, and the way out. */
export async function PortalFrame({ name, demo, children }: PortalFrameProps) {
  const t = await getTranslations('portal');
  const common = await getTranslations('common');
  const theme = parseTheme((await cookies()).get(preferenceCookies.theme)?.value);
  const pages = [
    { href: paths.portal, label: t('nav.home') },
    { href: paths.portalForm, label: t('nav.form') },
    { href: paths.portalDocuments, label: t('nav.documents') },
  ];
  return (
    <div data-demo={demo || undefined} className="flex min-h-dvh flex-col data-demo:[--banner:2rem]">
      <a
        href="#content"
        className="fixed start-3 top-3 z-50 -translate-y-20 rounded bg-accent px-4 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        {t('frame.skip')}
      </a>
      {demo && <DemoBanner />}
      <header className="sticky top-(--banner) z-20 border-b border-line bg-paper">
        <div className="mx-auto flex h-(--topbar) max-w-5xl items-stretch gap-x-8 px-6 max-md:px-4">
          <Link href={paths.portal} className="flex shrink-0 items-center gap-2.5 font-semibold">
            <Mark />
            <span className="max-lg:sr-only">{common('product')}</span>
          </Link>
          <div className="max-md:hidden">
            <PortalNav label={t('nav.label')} pages={pages} />
          </div>
          <div className="ms-auto flex min-w-0 items-center gap-3">
            <span className="min-w-0 truncate text-ink-soft">
              <span className="sr-only">{t('frame.signedInAs')} </span>
              <bdi>{name}</bdi>
            </span>
            <PortalSignOut>
              <LogOut className="mirror" aria-hidden="true" />
              {t('frame.signOut')}
            </PortalSignOut>
          </div>
        </div>
      </header>
      {/* Scrolls away on a phone: what stays in sight there belongs to the form. */}
      <div className="border-b border-line px-4 md:hidden">
        <PortalNav label={t('nav.label')} pages={pages} />
      </div>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-5xl grow px-6 py-8 outline-none max-md:px-4 max-md:py-5"
      >
        {children}
      </main>
      <footer className="border-t border-line">
        <div className="mx-auto flex max-w-5xl flex-wrap items-center justify-between gap-x-8 gap-y-2 px-6 py-4 max-md:px-4">
          <p className="max-w-prose text-sm text-ink-soft">{t('frame.idle')}</p>
          <div className="-mx-2.5">
            <ThemeSwitch theme={theme} />
          </div>
        </div>
      </footer>
    </div>
  );
}
