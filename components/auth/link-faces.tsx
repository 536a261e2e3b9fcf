'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import type { ActionResult } from '@/lib/action-result';
import type { OpenedLink } from './use-link';

/** A link that a page could look up. */
type View = { state: 'open' } | { state: 'over' | 'unknown' };

interface OverWords {
  title: string;
  text: string;
  todo: string;
  /** The way to a new link, where one can be had here. */
  actions?: ReactNode;
}

interface LinkFacesProps<T extends View> {
  link: OpenedLink<T>;
  /** Said while the link is being looked up. */
  checking: string;
  /** What to say of a link that is used up, and whom to ask. */
  over: OverWords;
  /** The page of an open link. */
  children: (opened: { token: string; view: Extract<T, { state: 'open' }> }) => ReactNode;
}

/** Every face of a page behind a one-time link, but the open one. */
export function LinkFaces<T extends View>({ link, checking, over, children }: LinkFacesProps<T>) {
  const t = useTranslations('auth.link');
  switch (link.state) {
    case 'checking':
      return (
        <Loading label={checking}>
          <Skeleton className="h-7 w-56" />
          <Skeleton className="mt-3 h-4 w-80 max-w-full" />
          <Skeleton className="mt-8 h-9 w-full max-w-sm" />
          <Skeleton className="mt-5 h-9 w-full max-w-sm" />
        </Loading>
      );
    case 'missing':
      return (
        <ErrorState headingLevel="h1" title={t('missing')} kept={t('missingText')} todo={t('missingTodo')} />
      );
    case 'unreachable':
      return (
        <ErrorState
          headingLevel="h1"
          title={t('failed')}
          kept={t('failedText')}
          actions={<Button onClick={link.retry}>{t('retry')}</Button>}
        />
      );
    case 'read':
      return link.result.ok && isOpen(link.result.data) ? (
        children({ token: link.token, view: link.result.data })
      ) : (
        <Closed result={link.result} over={over} />
      );
  }
}

function isOpen<T extends View>(view: T): view is Extract<T, { state: 'open' }> {
  return view.state === 'open';
}

interface ClosedProps {
  result: ActionResult<View>;
  over: OverWords;
}

function Closed({ result, over }: ClosedProps) {
  const t = useTranslations('auth.link');
  if (result.ok) {
    const { title, text, todo, actions } = over;
    return <ErrorState headingLevel="h1" title={title} kept={text} todo={todo} actions={actions} />;
  }
  return (
    <ErrorState
      headingLevel="h1"
      title={t('failed')}
      kept={t('failedText')}
      todo={result.messages.join(' ')}
      request={{
        id: result.requestId,
        label: t('reference'),
        copy: t('copyReference'),
        copied: t('reference'),
      }}
    />
  );
}
