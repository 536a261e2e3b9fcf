'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { LoadFailed } from '@/components/ui/load-failed';
import { Panel } from '@/components/ui/panel';
import { TableSkeleton } from '@/components/ui/skeleton';
import type { ActivityLine } from '@/lib/kyc/activity';
import { activityQuery } from '@/lib/query/profile';
import { useEventWords } from './event-words';

/** What happened to a customer, newest first. */
export function ActivityPanel({ submissionId }: { submissionId: string }) {
  const t = useTranslations('activity');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    activityQuery(submissionId),
  );
  const lines = data?.pages.flatMap((page) => page.lines) ?? [];
  return (
    <Panel id="activity" title={t('title')} flush>
      {error ? (
        <div className="p-4">
          <LoadFailed title={t('failed')} error={error} onRetry={refetch} />
        </div>
      ) : !data ? (
        <TableSkeleton rows={4} columns={3} />
      ) : lines.length === 0 ? (
        <p className="p-4 text-ink-soft">{t('empty')}</p>
      ) : (
        <ol className="divide-y divide-line">
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ol>
      )}
      {hasNextPage && (
        <div className="border-t border-line p-3">
          <Button
            size="sm"
            pending={isFetchingNextPage ? t('loadingMore') : undefined}
            onClick={() => void fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function Line({ line }: { line: ActivityLine }) {
  const t = useTranslations('activity');
  const { actor, what } = useEventWords(line);
  const reason = typeof line.facts.reason === 'string' ? line.facts.reason : null;
  return (
    <li className="grid gap-x-4 px-4 py-2 sm:grid-cols-[11rem_1fr]">
      <DateTime value={line.at} className="text-sm/5 whitespace-nowrap text-ink-soft" />
      <span className="min-w-0">
        <bdi className="font-medium">{actor}</bdi> <span>{what}</span>
        {reason && <bdi className="block text-sm text-ink-soft">{t('reason', { reason })}</bdi>}
      </span>
    </li>
  );
}
