import type { ReactNode } from 'react';

/** A page in the rail; the caller leaves out what the person's role may not open. */
export interface NavItem {
  href: string;
  label: string;
  /** For the narrow bar of a phone, where the label is too long. */
  short?: string;
  icon: ReactNode;
  /** Starts a new group under this heading. */
  group?: string;
  /** False for a page that is no part of the app, which the router would fetch in vain. */
  prefetch?: false;
  /** A number beside the label, with what it counts ("3 waiting"). */
  count?: { value: number; label: string };
}

/**
 * Which item a path belongs to: the one whose address is the longest start of it, so that a page below an item keeps it
 * marked, and `/customers/new` marks its own item where there is one.
 */
export function currentHref(pathname: string, hrefs: readonly string[]): string | undefined {
  return hrefs
    .filter((href) => pathname === href || (href !== '/' && pathname.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0];
}
