'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import { modelBookQuery } from '@/lib/query/risk-model';
import { BookProgressBar } from './book-progress';

/** How far the customers are assessed by the version in force; nothing where no release has asked for it. */
export function Reassessment() {
  const t = useTranslations('riskModel.progress');
  const { data } = useQuery(modelBookQuery);
  if (!data?.reassessment) return null;
  const { version, progress, finishedAt } = data.reassessment;
  if (finishedAt === null) {
    return (
      <Panel id="reassessment" title={t('title', { version })}>
        <BookProgressBar progress={progress} label={t('label')} />
      </Panel>
    );
  }
  return (
    <p role="status" className="text-sm text-ink-soft">
      {t('finished', { version, total: progress?.total ?? 0 })}
    </p>
  );
}
