'use client';

import { cx } from 'class-variance-authority';
import { Menu as MenuIcon } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Popover } from '@/components/ui/popover';
import { currentHref, type NavItem } from './nav-item';
import { NavLinks } from './nav-links';

const AT_MOST = 5;
const tab =
  'flex min-w-0 flex-1 cursor-pointer flex-col items-center justify-center gap-1 px-1 text-xs font-medium [&_svg]:size-5 [&_svg]:stroke-[1.75]';

/** The pages on a phone: in reach of the thumb, the ones that do not fit behind a menu. */
export function BottomBar({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations('shell');
  const current = currentHref(
    usePathname(),
    items.map((item) => item.href),
  );
  const shown = items.length > AT_MOST ? items.slice(0, AT_MOST - 1) : items;
  return (
    <nav
      aria-label={t('navigation')}
      className="fixed inset-x-0 bottom-0 z-30 flex h-15 border-t border-line bg-sunken pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {shown.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          prefetch={item.prefetch ?? null}
          aria-current={item.href === current ? 'page' : undefined}
          className={cx(
            tab,
            'border-t-2',
            item.href === current
              ? 'border-accent text-ink [&_svg]:text-accent'
              : 'border-transparent text-ink-soft',
          )}
        >
          {item.icon}
          <span className="max-w-full truncate">{item.short ?? item.label}</span>
        </Link>
      ))}
      {shown.length < items.length && (
        <Popover
          side="above"
          align="end"
          trigger={(props) => (
            <button
              type="button"
              {...props}
              className={cx(tab, 'border-t-2 border-transparent text-ink-soft')}
            >
              <MenuIcon aria-hidden="true" />
              <span className="max-w-full truncate">{t('menu')}</span>
            </button>
          )}
        >
          <NavLinks items={items.slice(shown.length)} />
        </Popover>
      )}
    </nav>
  );
}
