'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { typingIn } from '@/components/ui/typing';
import { CASE_KEYS } from '../decisions/doing';

/** The link of the row that has the focus, or of the first row. */
function rowLink(): HTMLAnchorElement | null {
  const focused = document.activeElement;
  return focused instanceof HTMLAnchorElement && focused.matches('[data-row-link]') ? focused : null;
}

/**
 * The keys of the queue beside `j`, `k` and Enter: `o` opens the row that has the focus, `a`, `r` and `e` open it with the dialog that
 * approves, rejects or escalates. Where no row has it yet, the first key press only gives it to the first one.
 */
export function QueueKeys() {
  const router = useRouter();
  useEffect(() => {
    const onRow = (go: (link: HTMLAnchorElement) => void) => (event: KeyboardEvent) => {
      if (typingIn(event)) return;
      event.preventDefault();
      const link = rowLink();
      if (link) go(link);
      else document.querySelector<HTMLElement>('[data-row-link]')?.focus();
    };
    const deciding = Object.entries(CASE_KEYS).map(([key, doing]) => [
      key,
      onRow((link) => router.push(`${link.pathname}?do=${doing}`)),
    ]);
    return tinykeys(window, {
      o: onRow((link) => link.click()),
      ...(Object.fromEntries(deciding) as Record<string, (event: KeyboardEvent) => void>),
    });
  }, [router]);
  return <span hidden data-decision-keys />;
}
