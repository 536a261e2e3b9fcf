import { cookies } from 'next/headers';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { paths } from '@/lib/paths';
import { parseTheme, preferenceCookies } from '@/lib/preferences';
import { BottomBar } from './bottom-bar';
import { DemoBanner } from './demo-banner';
import { Mark } from './mark';
import type { NavItem } from './nav-item';
import { Rail } from './rail';
import { ShellKeys } from './shell-keys';
import { UserMenu } from './user-menu';

interface ShellProps {
  /** The pages that this person's role may open. */
  items: readonly NavItem[];
  /** `role` in words. */
  user: { name: string; email: string; role: string };
  demo: boolean;
  /** The `Palette`, from a client component that knows how to search. */
  palette: ReactNode;
  /** A form whose button signs out; see `signOutButtonStyle`. */
  signOut: ReactNode;
  children: ReactNode;
}

/** How the button in the sign-out slot looks. */
export const signOutButtonStyle =
  'flex w-full cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-start hover:bg-hover pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:text-ink-soft';

/** What stands around every staff page: rail, top bar, banner, keys, and on a phone a bar at the bottom. */
export async function Shell({ items, user, demo, palette, signOut, children }: ShellProps) {
  const t = await getTranslations();
  const jar = await cookies();
  const collapsed = jar.get(preferenceCookies.rail)?.value === 'collapsed';
  return (
    <div
      data-rail={collapsed ? 'collapsed' : 'open'}
      data-demo={demo || undefined}
      className="group/shell min-h-dvh"
    >
      <a
        href="#content"
        className="fixed start-3 top-3 z-50 -translate-y-20 rounded bg-accent px-4 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        {t('shell.skip')}
      </a>
      {demo && <DemoBanner />}
      <div className="flex">
        <Rail items={items} collapsed={collapsed} />
        <div className="min-w-0 grow">
          <header className="sticky top-(--banner) z-20 flex h-(--topbar) items-center justify-between gap-4 border-b border-line bg-paper px-6 max-md:px-4">
            <Link href={paths.home} aria-label={t('common.product')} className="py-2 md:hidden">
              <Mark />
            </Link>
            {palette}
            <UserMenu
              {...user}
              theme={parseTheme(jar.get(preferenceCookies.theme)?.value)}
              signOut={signOut}
            />
          </header>
          <main
            id="content"
            tabIndex={-1}
            className="px-6 py-6 outline-none max-md:px-4 max-md:pt-4 max-md:pb-24"
          >
            {children}
          </main>
        </div>
      </div>
      <BottomBar items={items} />
      <ShellKeys />
    </div>
  );
}
