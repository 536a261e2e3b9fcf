'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { matching, type PaletteEntry, type PaletteGroup } from './palette-entries';
import { usePaletteSearch } from './use-palette-search';

export interface PaletteDialogProps {
  pages: readonly PaletteEntry[];
  actions: readonly PaletteEntry[];
  search: (query: string, signal: AbortSignal) => Promise<readonly PaletteEntry[]>;
  open: boolean;
  onClose: () => void;
}

/** Finds customers, pages and actions by typing; Enter opens the marked one. */
export function PaletteDialog({ open, onClose, ...lists }: PaletteDialogProps) {
  const t = useTranslations('shell.search');
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      aria-label={t('title')}
      onClose={onClose}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className="mx-auto mt-[10dvh] mb-0 max-h-[min(36rem,80dvh)] w-[calc(100%-1.5rem)] max-w-2xl flex-col overflow-hidden rounded-lg border border-line bg-raised p-0 text-ink shadow-float open:flex"
    >
      {open && <PaletteList {...lists} onClose={onClose} />}
    </dialog>
  );
}

function PaletteList({ pages, actions, search, onClose }: Omit<PaletteDialogProps, 'open'>) {
  const t = useTranslations('shell.search');
  const router = useRouter();
  const [query, setQuery] = useState('');
  const found = usePaletteSearch(query, search);

  const groups = useMemo(() => {
    const all: PaletteGroup[] = [
      { id: 'customers', items: [...found.items] },
      { id: 'actions', items: matching(actions, query) },
      { id: 'pages', items: matching(pages, query) },
    ];
    return all.filter((group) => group.items.length > 0);
  }, [found.items, actions, pages, query]);
  const count = groups.reduce((sum, group) => sum + group.items.length, 0);

  function go(entry: PaletteEntry) {
    onClose();
    router.push(entry.href);
  }

  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      value={query}
      onValueChange={(value, details) => {
        if (details.reason !== 'item-press') setQuery(value);
      }}
      filter={null}
      itemToStringValue={(entry: PaletteEntry) => entry.label}
      autoHighlight="always"
      keepHighlight
    >
      <div className="flex items-center gap-3 border-b border-line ps-4">
        <Search className="size-4.5 shrink-0 text-ink-soft" aria-hidden="true" />
        <Autocomplete.Input
          autoFocus
          dir="auto"
          aria-label={t('placeholder')}
          placeholder={t('placeholder')}
          className="h-12 w-full bg-transparent pe-4 text-[1rem] outline-none"
        />
      </div>
      <Autocomplete.Status className="sr-only">
        {found.state === 'searching' ? t('searching') : t('found', { count })}
      </Autocomplete.Status>
      <div className="min-h-0 grow overflow-y-auto">
        {found.state === 'failed' && <p className="px-4 pt-3 text-sm text-critical-fg">{t('failed')}</p>}
        <Autocomplete.List className="p-2 outline-none data-empty:p-0">
          {(group: PaletteGroup) => (
            <Autocomplete.Group key={group.id} items={group.items} className="not-last:mb-2">
              <Autocomplete.GroupLabel className="px-2.5 py-1.5 text-xs font-medium text-ink-soft">
                {t(group.id)}
              </Autocomplete.GroupLabel>
              <Autocomplete.Collection>
                {(entry: PaletteEntry) => (
                  <Autocomplete.Item
                    key={entry.id}
                    value={entry}
                    onClick={() => go(entry)}
                    className="flex min-h-9 cursor-pointer items-baseline justify-between gap-4 rounded px-2.5 py-2 outline-none select-none data-highlighted:bg-accent-soft pointer-coarse:min-h-11"
                  >
                    <bdi className="min-w-0 truncate">{entry.label}</bdi>
                    {entry.hint && (
                      <span className="max-w-1/2 truncate text-sm text-ink-soft">{entry.hint}</span>
                    )}
                  </Autocomplete.Item>
                )}
              </Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
        {count === 0 && (
          <p className="px-4 py-6 text-ink-soft">
            {found.state === 'searching' ? t('searching') : t('nothing', { query: query.trim() })}
          </p>
        )}
      </div>
      <p className="border-t border-line bg-surface px-4 py-2 text-xs text-ink-soft max-md:hidden">
        {t('hint')}
      </p>
    </Autocomplete.Root>
  );
}
