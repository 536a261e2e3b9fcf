'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { tinykeys } from 'tinykeys';
import { typingIn } from '@/components/ui/typing';
import { onShortcutsAsked } from './shortcuts';

type Dialog = ComponentType<{ open: boolean; onOpenChange: (open: boolean) => void }>;

/** The keys that work everywhere: `/` goes to the list's search box, `?` lists the keys. */
export function ShellKeys() {
  const [open, setOpen] = useState(false);
  const [Shortcuts, setShortcuts] = useState<Dialog>();

  useEffect(() => {
    const show = () => {
      void import('./shortcuts-dialog').then((module) => {
        setShortcuts(() => module.ShortcutsDialog);
        setOpen(true);
      });
    };
    const ask = (event: KeyboardEvent) => {
      if (!typingIn(event)) show();
    };
    const stopAsking = onShortcutsAsked(show);
    const stopKeys = tinykeys(window, {
      '/': (event) => {
        const box = document.querySelector<HTMLInputElement>('[data-list-search]');
        if (!box || typingIn(event)) return;
        event.preventDefault();
        box.focus();
        box.select();
      },
      'Shift+?': ask,
      // Layouts on which the question mark needs no Shift.
      '?': ask,
    });
    return () => {
      stopAsking();
      stopKeys();
    };
  }, []);

  return Shortcuts ? <Shortcuts open={open} onOpenChange={setOpen} /> : null;
}
