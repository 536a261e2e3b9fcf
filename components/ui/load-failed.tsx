'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { paths } from '@/lib/paths';
import { Button } from './button';
import { ErrorState } from './error-state';
import { LinkButton } from './link-button';

interface LoadFailedProps {
  /** What could not be loaded. */
  title: ReactNode;
  /** `status` is the HTTP status, 0 where the server did not answer at all. */
  error: { status?: number; requestId?: string | null };
  onRetry: () => unknown;
  /** Where to sign in again; the staff's page where it is not said. */
  signInHref?: string;
}

/** Why what a page reads is not there, what that means, and what to do about it. */
export function LoadFailed({ title, error, onRetry, signInHref = paths.signIn }: LoadFailedProps) {
  const t = useTranslations('errors.loadFailed');
  const over = error.status === 401;
  return (
    <ErrorState
      title={title}
      kept={t('kept')}
      todo={t(
        over ? 'session' : error.status === 0 ? 'offline' : error.status === 403 ? 'forbidden' : 'todo',
      )}
      actions={
        over ? (
          <LinkButton variant="primary" href={signInHref}>
            {t('signIn')}
          </LinkButton>
        ) : (
          <Button variant="primary" onClick={() => void onRetry()}>
            {t('retry')}
          </Button>
        )
      }
      request={
        error.requestId
          ? { id: error.requestId, label: t('reference'), copy: t('copyReference'), copied: t('copied') }
          : undefined
      }
    />
  );
}
