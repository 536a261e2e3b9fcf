'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { startTransition } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';

export interface PageFailedProps {
  error: Error & { digest?: string };
  reset: () => void;
  /** Whose page it is: the words, and where the way out leads. */
  to?: keyof typeof HOME;
}

const HOME = { pageFailed: paths.home, portalFailed: paths.portal } as const;

/** A page that threw: what was kept, the way to try again, and the reference that the log knows it by. */
export function PageFailed({ error, reset, to = 'pageFailed' }: PageFailedProps) {
  const t = useTranslations(`errors.${to}`);
  const common = useTranslations('common');
  const router = useRouter();
  // `reset` alone would render again what the server answered before.
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <ErrorState
      headingLevel="h1"
      title={t('title')}
      kept={t('kept')}
      todo={t('todo')}
      actions={
        <>
          <Button variant="primary" onClick={retry}>
            {t('retry')}
          </Button>
          <LinkButton href={HOME[to]}>{t('home')}</LinkButton>
        </>
      }
      request={
        error.digest
          ? { id: error.digest, label: t('reference'), copy: t('copyReference'), copied: common('copied') }
          : undefined
      }
    />
  );
}
