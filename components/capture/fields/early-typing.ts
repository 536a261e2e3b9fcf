'use client';

import { type RefObject, useEffect } from 'react';

/**
 * Takes over what was typed, chosen or filled in by the browser before this page's script arrived: React leaves it standing in the
 * boxes without telling anybody, and would wipe it away with the next picture. It stands beside the boxes, within the same
 * `Suspense`: outside of it, it would look before React has taken the boxes over, and nobody would hear it.
 */
export function EarlyTyping({ of }: { of: RefObject<HTMLElement | null> }): null {
  useEffect(() => {
    for (const box of of.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'input, textarea',
    ) ?? []) {
      if (box instanceof HTMLInputElement && (box.type === 'checkbox' || box.type === 'radio'))
        tickAgain(box);
      else if (box.type !== 'file' && box.value !== box.defaultValue) typeAgain(box);
    }
  }, [of]);
  return null;
}

/** React hears of a text only if it differs from the one it last saw or set. */
function typeAgain(box: HTMLInputElement | HTMLTextAreaElement): void {
  const typed = box.value;
  const plain = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value');
  box.value = box.defaultValue;
  plain?.set?.call(box, typed);
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

function tickAgain(box: HTMLInputElement): void {
  if (box.checked === box.defaultChecked || (box.type === 'radio' && !box.checked)) return;
  box.checked = box.defaultChecked;
  box.click();
}
