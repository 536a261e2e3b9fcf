'use client';

import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { typingIn } from './typing';

/** The links that open rows, in the order they are shown. */
const links = () => [...document.querySelectorAll<HTMLElement>('[data-row-link]')];

function move(by: 1 | -1) {
  const all = links();
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? (by > 0 ? all[0] : all.at(-1)) : all[at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Lets `j` and `k` walk the rows of the page's list; Enter then opens the focused row's link by itself. */
export function RowKeys() {
  useEffect(
    () =>
      tinykeys(window, {
        j: (event) => {
          if (!typingIn(event)) move(1);
        },
        k: (event) => {
          if (!typingIn(event)) move(-1);
        },
      }),
    [],
  );
  return null;
}
