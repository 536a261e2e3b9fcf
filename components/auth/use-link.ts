'use client';

import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Action, ActionResult } from '@/lib/action-result';

function onHashChange(changed: () => void) {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** What is known of the one-time link that the page was opened by. */
export type OpenedLink<T> =
  | { state: 'checking' }
  /** The address has no token behind its `#`. */
  | { state: 'missing' }
  | { state: 'read'; token: string; result: ActionResult<T> }
  | { state: 'unreachable'; retry: () => void };

/** Takes the token out of the address's fragment, which no server has seen, and asks what it is for. */
export function useOpenedLink<T>(read: Action<{ token: string }, T>): OpenedLink<T> {
  const token = useSyncExternalStore(
    onHashChange,
    () => location.hash.slice(1),
    () => null,
  );
  const query = useQuery({
    queryKey: ['one-time-link', token],
    queryFn: () => read({ token: token ?? '' }),
    enabled: token !== null && token !== '',
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (token === '') return { state: 'missing' };
  if (token !== null && query.data) return { state: 'read', token, result: query.data };
  if (query.isError) return { state: 'unreachable', retry: () => void query.refetch() };
  return { state: 'checking' };
}

/** Takes the token out of the address once it was used, so that it stays in no history. */
export function forgetLink(): void {
  history.replaceState(null, '', location.pathname);
}
