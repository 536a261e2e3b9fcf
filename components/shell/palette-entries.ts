import { fold } from '@/lib/format/fold';

/** Something the palette can find: a page, an action's page, a customer. */
export interface PaletteEntry {
  id: string;
  label: string;
  /** A second line: an id, a state, an owner. */
  hint?: string;
  href: string;
}

export interface PaletteGroup {
  id: 'customers' | 'pages' | 'actions';
  items: PaletteEntry[];
}

/** The entries in which every typed word begins some word, whatever its accents or case; all of them for no query. */
export function matching(entries: readonly PaletteEntry[], query: string): PaletteEntry[] {
  const typed = fold(query).split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const words = fold(`${entry.label} ${entry.hint ?? ''}`).split(/[\s/·,.-]+/);
    return typed.every((start) => words.some((word) => word.startsWith(start)));
  });
}
