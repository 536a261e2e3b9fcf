'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Fact, Facts } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/text-link';
import { formatNumber } from '@/lib/format/numbers';
import type { JobsView } from '@/lib/jobs-view';
import { paths } from '@/lib/paths';

/** In one line: whether what the jobs stand on is well. */
export function JobsHealth({ health, jobs }: Pick<JobsView, 'health' | 'jobs'>) {
  const t = useTranslations('jobs.health');
  const locale = useLocale();
  const failed = jobs.reduce((sum, job) => sum + job.failed, 0);
  return (
    <section aria-label={t('label')} className="mb-6 rounded-lg border border-line bg-surface px-4 py-3">
      <Facts layout="columns">
        <Fact term={t('failedRuns')}>
          <ToneBadge tone={failed > 0 ? 'critical' : 'positive'} look="plain">
            {failed > 0 ? t('open', { count: failed }) : t('none')}
          </ToneBadge>
        </Fact>
        <Fact term={t('clock')}>
          <ToneBadge tone={health.isClockLate ? 'critical' : 'positive'} look="plain">
            {t(health.isClockLate ? 'clockLate' : 'clockRuns')}
          </ToneBadge>
          <span className="block text-sm text-ink-soft">
            {health.clockAt
              ? t.rich('clockSince', { time: () => <DateTime value={health.clockAt ?? ''} /> })
              : t('clockNever')}
          </span>
        </Fact>
        <Fact term={t('mails')}>
          <TextLink href={paths.outbox}>{formatNumber(health.mailsWaiting, locale)}</TextLink>
          {health.mailsFailed > 0 && (
            <span className="block text-sm text-ink-soft">
              {t('mailsFailed', { count: health.mailsFailed })}
            </span>
          )}
        </Fact>
        <Fact term={t('trail')}>
          {health.eventsUnsealed > 0
            ? t('trailUnsealed', { count: health.eventsUnsealed })
            : t('trailSealed')}
        </Fact>
        <Fact term={t('database')}>{t(health.database)}</Fact>
      </Facts>
    </section>
  );
}
