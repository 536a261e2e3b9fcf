'use client';

import { cx } from 'class-variance-authority';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Fragment } from 'react';
import { currentHref, type NavItem } from './nav-item';

interface NavLinksProps {
  items: readonly NavItem[];
  /** In the rail, labels give way when it is collapsed, and come back on hover. */
  collapsible?: boolean;
}

/** The pages, with the one that shows marked. */
export function NavLinks({ items, collapsible }: NavLinksProps) {
  const current = currentHref(
    usePathname(),
    items.map((item) => item.href),
  );
  const folded = collapsible ? 'group-data-[rail=collapsed]/shell:sr-only' : '';
  return (
    <ul className="space-y-0.5">
      {items.map((item) => (
        <Fragment key={item.href}>
          {item.group && (
            <li className={cx('px-3 pt-4 pb-1 text-xs font-medium text-ink-soft', folded)}>{item.group}</li>
          )}
          <li>
            <Link
              href={item.href}
              prefetch={item.prefetch ?? null}
              aria-current={item.href === current ? 'page' : undefined}
              title={collapsible ? item.label : undefined}
              className={cx(
                'relative flex h-8.5 items-center gap-3 rounded px-3 pointer-coarse:h-11 [&_svg]:size-4.5 [&_svg]:shrink-0 [&_svg]:stroke-[1.75]',
                item.href === current
                  ? 'bg-raised font-semibold text-ink before:absolute before:inset-y-1.5 before:start-0 before:w-0.75 before:rounded-e-sm before:bg-accent [&_svg]:text-accent'
                  : 'text-ink-soft hover:bg-hover hover:text-ink',
              )}
            >
              {item.icon}
              <span className={cx('min-w-0 grow truncate', folded)}>{item.label}</span>
              {item.count && (
                <span className={cx('text-sm text-ink-soft', folded)}>
                  {item.count.value}
                  <span className="sr-only"> {item.count.label}</span>
                </span>
              )}
            </Link>
          </li>
        </Fragment>
      ))}
    </ul>
  );
}
