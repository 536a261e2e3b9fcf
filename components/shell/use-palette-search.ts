'use client';

import { useEffect, useState } from 'react';
import type { PaletteEntry } from './palette-entries';

const PAUSE_MS = 180;
const LEAST = 2;

interface Found {
  items: readonly PaletteEntry[];
  state: 'idle' | 'searching' | 'failed';
}

const nothing: Found & { query: string } = { query: '', items: [], state: 'idle' };

/**
 * What the search finds for a query, a moment after typing has paused. An overtaken answer is dropped; the last one stays
 * to be seen while the next is on its way.
 */
export function usePaletteSearch(
  query: string,
  search: (query: string, signal: AbortSignal) => Promise<readonly PaletteEntry[]>,
): Found {
  const [answer, setAnswer] = useState(nothing);
  const wanted = query.trim();

  useEffect(() => {
    if (wanted.length < LEAST) return;
    const controller = new AbortController();
    const take = (found: Found) => {
      if (!controller.signal.aborted) setAnswer({ ...found, query: wanted });
    };
    const timer = setTimeout(() => {
      search(wanted, controller.signal).then(
        (items) => take({ items, state: 'idle' }),
        () => take({ items: [], state: 'failed' }),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [wanted, search]);

  if (wanted.length < LEAST) return nothing;
  return answer.query === wanted ? answer : { items: answer.items, state: 'searching' };
}
