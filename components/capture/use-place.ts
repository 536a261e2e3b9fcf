'use client';

import { usePathname } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { firstStep, type Step } from '@/lib/kyc/capture-pages';
import { fieldDomId, type Place } from './capture-context';

const REVIEW = 'review';
const BOXES = 'input:not([type=hidden]):not([tabindex="-1"]), select, textarea, button';

/**
 * Where in the form the reader is, by the address: `…/form/<pageId>` or `…/form/review`. Steps change without asking the server, so
 * that they do so at once and without a line too; each is an address of its own all the same. `quiet`: no save is under way.
 */
export function usePlace(root: string, steps: readonly Step[], quiet: boolean) {
  const opened = usePathname();
  const [path, setPath] = useState(opened);
  const [first] = useState(() => firstStep(steps)?.page.id ?? '');
  const place = placeAt(path, root) ?? { kind: 'page' as const, pageId: first };
  const wanted = useRef<{ fieldId: string | undefined }>(undefined);

  const href = useCallback(
    (to: Place) => `${root}/${to.kind === 'review' ? REVIEW : encodeURIComponent(to.pageId)}`,
    [root],
  );
  const go = useCallback(
    (to: Place, fieldId?: string) => {
      wanted.current = { fieldId };
      const url = href(to);
      if (url === location.pathname) return void focus(wanted);
      history.pushState(routerState(), '', url);
      setPath(url);
    },
    [href],
  );
  const key = place.kind === 'review' ? REVIEW : `page ${place.pageId}`;
  const shown = useRef(key);
  const late = useRef(false);
  /** A step that is there only now, because its code came after it was turned to, takes the focus that waits for it. */
  const arrived = useCallback(() => {
    if (late.current) late.current = !focus(wanted);
  }, []);

  useEffect(() => {
    const follow = () => setPath(location.pathname);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  // An address that the router has not heard of it takes back with the server's next answer; while a save is under way it would
  // not listen.
  const address = href(place);
  const known = opened === address || !opened.startsWith(root) || first === '';
  useEffect(() => {
    if (quiet && !known) history.replaceState(null, '', address);
  }, [quiet, known, address]);

  useEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    late.current = !focus(wanted);
  }, [key]);

  return { place, href, go, arrived };
}

/**
 * The state of the current entry, which belongs to the router: an entry that bears it is the router's own, so it does not dispatch
 * the new address. It would otherwise hold the step back until a save that is under way is answered.
 */
function routerState(): unknown {
  return { ...(history.state as object | null) };
}

function placeAt(pathname: string, root: string): Place | undefined {
  if (!pathname.startsWith(`${root}/`)) return undefined;
  const segment = pathname.slice(root.length + 1);
  if (segment === REVIEW) return { kind: 'review' };
  try {
    return { kind: 'page', pageId: decodeURIComponent(segment) };
  } catch {
    return undefined;
  }
}

/** Puts the focus on the field that was asked for, else on the step's heading, which then stands at the top. False: neither is there. */
function focus(wanted: { current: { fieldId: string | undefined } | undefined }): boolean {
  const { fieldId } = wanted.current ?? {};
  wanted.current = undefined;
  const field = fieldId === undefined ? null : document.getElementById(fieldDomId(fieldId));
  if (field) {
    // A group's first box, where one goes on at once; the group itself shows no focus.
    const box = field.matches('fieldset') ? field.querySelector<HTMLElement>(BOXES) : null;
    (box ?? field).focus({ preventScroll: true });
    (field.closest('[data-field]') ?? field).scrollIntoView({ block: 'center' });
    return true;
  }
  const title = document.getElementById('step-title');
  title?.focus({ preventScroll: true });
  scrollTo({ top: 0 });
  return title !== null;
}
