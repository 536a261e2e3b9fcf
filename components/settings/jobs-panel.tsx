'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { LoadFailed } from '@/components/ui/load-failed';
import { Notice } from '@/components/ui/notice';
import { Loading, TableSkeleton } from '@/components/ui/skeleton';
import { jobsQuery } from '@/lib/query/jobs';
import { FailedRuns } from './failed-runs';
import type { JobActions } from './job-actions';
import { JobsHealth } from './jobs-health';
import { JobsTable } from './jobs-table';
import { LongWork } from './long-work';

/** The admin's page of jobs. */
export function JobsPanel({ actions }: { actions: JobActions }) {
  const t = useTranslations('jobs');
  const cache = useQueryClient();
  const { data, error, dataUpdatedAt, refetch } = useQuery(jobsQuery);
  const reread = () => cache.invalidateQueries({ queryKey: jobsQuery.queryKey });
  // What was read stays in sight while a later reading fails.
  if (!data && error) {
    return <LoadFailed title={t('failed')} error={error} onRetry={refetch} />;
  }
  if (!data) {
    return (
      <Loading label={t('loading')}>
        <TableSkeleton rows={7} columns={5} />
      </Loading>
    );
  }
  const { health, jobs, failed, progress } = data;
  return (
    <>
      {error && (
        <Notice tone="caution" role="status" className="mb-6">
          {t.rich('stale', { time: () => <DateTime value={new Date(dataUpdatedAt)} /> })}
        </Notice>
      )}
      <JobsHealth health={health} jobs={jobs} />
      {health.isClockLate && health.clockAt !== null && (
        <Notice tone="critical" title={t('late.title')} className="mb-6 max-w-3xl">
          {t('late.text')}
        </Notice>
      )}
      <LongWork pieces={progress} readAt={dataUpdatedAt} />
      <JobsTable jobs={jobs} runNow={actions.runJobNow} onAsked={reread} />
      <FailedRuns runs={failed} runAgain={actions.runJobAgain} onAsked={reread} />
    </>
  );
}
