'use client';

import { useQuery } from '@tanstack/react-query';
import { MailOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Bidi } from '@/components/ui/bidi';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadFailed } from '@/components/ui/load-failed';
import { Pagination } from '@/components/ui/pagination';
import { RowKeys } from '@/components/ui/row-keys';
import { TableSkeleton } from '@/components/ui/skeleton';
import { Cell, HeadCell, Row, RowLink, Table, TableBody, TableHead } from '@/components/ui/table';
import type { OutboxLine } from '@/lib/outbox';
import { paths, withQuery } from '@/lib/paths';
import { outboxQuery } from '@/lib/query/outbox';
import { MailState } from './mail-state';

/** A page of the mails that the product has written. */
export function MailList({ after }: { after: string | undefined }) {
  const t = useTranslations('outbox');
  const { data, error, refetch } = useQuery(outboxQuery(after));
  if (error) {
    return <LoadFailed title={t('failed')} error={error} onRetry={refetch} />;
  }
  if (!data) return <TableSkeleton rows={8} columns={4} />;
  if (data.mails.length === 0 && after === undefined) {
    return (
      <EmptyState icon={<MailOpen />} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    );
  }
  return (
    <>
      <RowKeys />
      <Table label={t('list')}>
        <TableHead>
          <HeadCell className="w-[38%]">{t('columns.subject')}</HeadCell>
          <HeadCell>{t('columns.recipient')}</HeadCell>
          <HeadCell>{t('columns.state')}</HeadCell>
          <HeadCell numeric>{t('columns.created')}</HeadCell>
        </TableHead>
        <TableBody>
          {data.mails.map((mail) => (
            <MailRow key={mail.id} mail={mail} />
          ))}
        </TableBody>
      </Table>
      <Pagination
        label={t('paging')}
        summary={t('shown', { count: data.mails.length })}
        previous={{ label: t('newest'), href: after ? paths.outbox : undefined, none: t('noNewer') }}
        next={{
          label: t('older'),
          href: data.next ? withQuery(paths.outbox, { after: data.next }) : undefined,
          none: t('noOlder'),
        }}
      />
    </>
  );
}

function MailRow({ mail }: { mail: OutboxLine }) {
  const t = useTranslations('outbox');
  return (
    <Row>
      <Cell className="max-md:pb-1.5!">
        <RowLink href={paths.outboxMail(mail.id)}>
          <Bidi>{mail.subject}</Bidi>
        </RowLink>
        <span className="block text-sm text-ink-soft">{t(`kind.${mail.kind}`)}</span>
      </Cell>
      <Cell label={t('columns.recipient')} className="break-all text-ink-soft max-md:col-span-2">
        <Bidi>{mail.recipient}</Bidi>
      </Cell>
      <Cell label={t('columns.state')}>
        <MailState state={mail.state} look="plain" />
      </Cell>
      <Cell label={t('columns.created')} numeric className="text-ink-soft">
        <DateTime value={mail.createdAt} />
      </Cell>
    </Row>
  );
}
