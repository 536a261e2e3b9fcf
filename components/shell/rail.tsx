import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { paths } from '@/lib/paths';
import { Mark } from './mark';
import type { NavItem } from './nav-item';
import { NavLinks } from './nav-links';
import { RailToggle } from './rail-toggle';

/** The left rail: the product's mark, the pages, and the button that folds it. */
export async function Rail({ items, collapsed }: { items: readonly NavItem[]; collapsed: boolean }) {
  const t = await getTranslations();
  return (
    <nav
      aria-label={t('shell.navigation')}
      className="sticky top-(--banner) flex h-[calc(100dvh-var(--banner))] w-56 shrink-0 flex-col border-e border-line bg-sunken group-data-[rail=collapsed]/shell:w-15 max-md:hidden"
    >
      <Link
        href={paths.home}
        className="flex h-(--topbar) shrink-0 items-center gap-2.5 px-5 font-semibold group-data-[rail=collapsed]/shell:justify-center group-data-[rail=collapsed]/shell:px-0"
      >
        <Mark />
        <span className="truncate group-data-[rail=collapsed]/shell:sr-only">{t('common.product')}</span>
      </Link>
      <div id="rail-pages" className="grow overflow-y-auto p-2">
        <NavLinks items={items} collapsible />
      </div>
      <div className="flex border-t border-line p-2 group-data-[rail=collapsed]/shell:justify-center">
        <RailToggle collapsed={collapsed} />
      </div>
    </nav>
  );
}
