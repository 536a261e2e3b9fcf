'use client';

import { useEffect, useState } from 'react';
import type { PaletteEntry } from './palette-entries';

const PAUSE_MS = 180;
const LEAST = 2;

interface Found {
  items: readonly PaletteEntry[];
  state: 'idle' | 'searching' | 'failed';
}

const nothing: Found = { items: [], state: 'idle' };

/** What the search finds for a query, a moment after typing has paused; an overtaken answer is dropped. */
export function usePaletteSearch(
  query: string,
  search: (query: string, signal: AbortSignal) => Promise<readonly PaletteEntry[]>,
): Found {
  const [found, setFound] = useState<Found>(nothing);
  const wanted = query.trim();

  useEffect(() => {
    if (wanted.length < LEAST) {
      setFound(nothing);
      return;
    }
    const controller = new AbortController();
    setFound((before) => ({ items: before.items, state: 'searching' }));
    const timer = setTimeout(() => {
      search(wanted, controller.signal).then(
        (items) => {
          if (!controller.signal.aborted) setFound({ items, state: 'idle' });
        },
        () => {
          if (!controller.signal.aborted) setFound({ items: [], state: 'failed' });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [wanted, search]);

  return found;
}
