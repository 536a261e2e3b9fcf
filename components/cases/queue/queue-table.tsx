'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { LoadFailed } from '@/components/ui/load-failed';
import { Pagination } from '@/components/ui/pagination';
import { RowKeys } from '@/components/ui/row-keys';
import { TableSkeleton } from '@/components/ui/skeleton';
import { HeadCell, Table, TableBody, TableHead } from '@/components/ui/table';
import { caseViewQuery } from '@/lib/kyc/case-query';
import type { CaseQueueView } from '@/lib/kyc/case-view';
import { paths, withQuery } from '@/lib/paths';
import { caseCountsQuery, casesQuery } from '@/lib/query/cases';
import { EmptyQueue } from './empty-queue';
import { QueueKeys } from './queue-keys';
import { QueueRow } from './queue-row';

interface QueueTableProps {
  view: CaseQueueView;
  /** The reader's day. */
  today: string;
}

/** The cases of a view, due first and then by risk. */
export function QueueTable({ view, today }: QueueTableProps) {
  const t = useTranslations('queue');
  const { data, error, refetch } = useQuery(casesQuery(view));
  if (error && !data) {
    return <LoadFailed title={t('failed')} error={error} onRetry={refetch} />;
  }
  if (!data) return <TableSkeleton rows={12} columns={8} />;
  if (data.cases.length === 0) return <EmptyQueue view={view} />;
  return (
    <>
      <RowKeys />
      <QueueKeys />
      <Table label={t('list')}>
        <TableHead>
          <HeadCell>{t('columns.due')}</HeadCell>
          <HeadCell>{t('columns.customer')}</HeadCell>
          <HeadCell>{t('columns.risk')}</HeadCell>
          <HeadCell>{t('columns.stage')}</HeadCell>
          <HeadCell>{t('columns.because')}</HeadCell>
          <HeadCell>{t('columns.owner')}</HeadCell>
          <HeadCell>{t('columns.assignee')}</HeadCell>
          <HeadCell numeric>{t('columns.age')}</HeadCell>
        </TableHead>
        <TableBody>
          {data.cases.map((line) => (
            <QueueRow key={line.submissionId} line={line} today={today} />
          ))}
        </TableBody>
      </Table>
      <QueuePaging view={view} next={data.next} />
    </>
  );
}

function QueuePaging({ view, next }: { view: CaseQueueView; next: string | null }) {
  const t = useTranslations('queue');
  const { data } = useQuery(caseCountsQuery);
  const at = (after: string | undefined) => withQuery(paths.queue, caseViewQuery({ ...view, after }));
  // The counts are those of the tabs; of a view that is narrowed further nobody has counted.
  const narrowed = view.risk ?? view.assignee ?? view.since;
  const held = narrowed === undefined ? data?.[view.tab] : undefined;
  return (
    <Pagination
      label={t('paging')}
      summary={held ? t(held.more ? 'countMore' : 'count', { count: held.count }) : ' '}
      previous={{ label: t('first'), href: view.after ? at(undefined) : undefined, none: t('noFirst') }}
      next={{ label: t('next'), href: next ? at(next) : undefined, none: t('noNext') }}
    />
  );
}
