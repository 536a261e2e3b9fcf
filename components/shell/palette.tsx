'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { tinykeys } from 'tinykeys';
import { Kbd } from '@/components/ui/kbd';
import type { PaletteDialogProps } from './palette-dialog';
import type { PaletteEntry } from './palette-entries';

interface PaletteProps {
  pages: readonly PaletteEntry[];
  actions: readonly PaletteEntry[];
  /** Finds customers by what was typed; may reject, which the palette says without losing the rest. */
  search: (query: string, signal: AbortSignal) => Promise<readonly PaletteEntry[]>;
}

/** The search box of the top bar and Ctrl or Cmd and K. The palette itself is loaded when it is first wanted. */
export function Palette(props: PaletteProps) {
  const t = useTranslations('shell.search');
  const [open, setOpen] = useState(false);
  const [Dialog, setDialog] = useState<ComponentType<PaletteDialogProps>>();
  const loading = useRef<Promise<void>>(undefined);

  function load(): Promise<void> {
    loading.current ??= import('./palette-dialog').then((module) => setDialog(() => module.PaletteDialog));
    return loading.current;
  }

  useEffect(
    () =>
      tinykeys(window, {
        '$mod+k': (event) => {
          if (document.querySelector('dialog:modal')) return;
          event.preventDefault();
          setOpen(true);
          void load();
        },
      }),
    [],
  );

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => {
          setOpen(true);
          void load();
        }}
        className="flex h-8.5 w-full min-w-0 max-w-md cursor-pointer items-center gap-2.5 rounded border border-line-strong bg-raised px-2.5 text-start text-ink-soft hover:border-ink-soft pointer-coarse:h-10"
      >
        <Search className="size-4 shrink-0" aria-hidden="true" />
        <span className="min-w-0 grow truncate">
          <span className="sr-only">{t('open')}: </span>
          {t('placeholder')}
        </span>
        <span aria-hidden="true" className="flex gap-1 max-md:hidden">
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      {Dialog && <Dialog {...props} open={open} onClose={() => setOpen(false)} />}
    </>
  );
}
