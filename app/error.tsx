'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations('errors.pageFailed');
  const common = useTranslations('common');
  return (
    <main id="content" className="mx-auto max-w-3xl px-4 py-12">
      <ErrorState
        headingLevel="h1"
        title={t('title')}
        kept={t('kept')}
        todo={t('todo')}
        actions={
          <>
            <Button variant="primary" onClick={reset}>
              {t('retry')}
            </Button>
            <LinkButton href={paths.home}>{t('home')}</LinkButton>
          </>
        }
        request={
          error.digest
            ? { id: error.digest, label: t('reference'), copy: t('copyReference'), copied: common('copied') }
            : undefined
        }
      />
    </main>
  );
}
