'use client';

import { cx } from 'class-variance-authority';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { currentHref } from './nav-item';

interface PortalNavProps {
  label: string;
  pages: readonly { href: string; label: string }[];
}

/** The portal's pages in one line, with the one that shows marked. */
export function PortalNav({ label, pages }: PortalNavProps) {
  const current = currentHref(
    usePathname(),
    pages.map(({ href }) => href),
  );
  return (
    <nav aria-label={label} className="h-full">
      <ul className="flex h-full gap-x-6 max-md:h-11 max-md:justify-between max-md:gap-x-2">
        {pages.map((page) => (
          <li key={page.href} className="flex">
            <Link
              href={page.href}
              aria-current={page.href === current ? 'page' : undefined}
              className={cx(
                'relative flex items-center whitespace-nowrap max-md:px-1',
                page.href === current
                  ? 'font-semibold text-ink after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:bg-accent'
                  : 'text-ink-soft hover:text-ink',
              )}
            >
              {page.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
