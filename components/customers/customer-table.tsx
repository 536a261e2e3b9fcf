'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { KindLabel } from '@/components/kyc/kind-label';
import { RiskBadge } from '@/components/kyc/risk-badge';
import { StateBadge } from '@/components/kyc/state-badge';
import { Bidi } from '@/components/ui/bidi';
import { DateTime } from '@/components/ui/date-time';
import { LoadFailed } from '@/components/ui/load-failed';
import { Progress } from '@/components/ui/progress';
import { RowKeys } from '@/components/ui/row-keys';
import { TableSkeleton } from '@/components/ui/skeleton';
import { Cell, HeadCell, Row, RowLink, SortCell, Table, TableBody, TableHead } from '@/components/ui/table';
import type { CustomerListItem, CustomerView, SortKey } from '@/lib/kyc/customer-list';
import { isDescending, viewQuery } from '@/lib/kyc/customer-view';
import { paths, withQuery } from '@/lib/paths';
import { customersQuery } from '@/lib/query/customers';
import { ListPaging } from './list-paging';
import { NothingFound } from './nothing-found';

interface CustomerTableProps {
  view: CustomerView;
  /** Whether the reader sees risk at all; an admin does not. */
  showRisk: boolean;
  /** What the empty list tells this reader to do first. */
  empty: 'own' | 'ownNobody' | 'all';
  mayCreate: boolean;
}

/** The customers of a view. */
export function CustomerTable({ view, showRisk, empty, mayCreate }: CustomerTableProps) {
  const t = useTranslations('customers');
  const { data, error, refetch } = useQuery(customersQuery(view));
  if (error) {
    return <LoadFailed title={t('failed')} error={error} onRetry={refetch} />;
  }
  if (!data) return <TableSkeleton rows={12} columns={showRisk ? 7 : 6} />;
  if (data.customers.length === 0) return <NothingFound view={view} empty={empty} mayCreate={mayCreate} />;
  const sorted = (by: SortKey) => sortLink(view, by);
  return (
    <>
      <RowKeys />
      <Table label={t('list')}>
        <TableHead>
          <SortCell {...sorted('name')}>{t('columns.name')}</SortCell>
          <HeadCell>{t('columns.kind')}</HeadCell>
          <HeadCell>{t('columns.state')}</HeadCell>
          {showRisk && <SortCell {...sorted('risk')}>{t('columns.risk')}</SortCell>}
          <HeadCell>{t('columns.employee')}</HeadCell>
          <HeadCell>{t('columns.progress')}</HeadCell>
          <SortCell {...sorted('created')} numeric>
            {t('columns.created')}
          </SortCell>
          <SortCell {...sorted('updated')} numeric>
            {t('columns.updated')}
          </SortCell>
        </TableHead>
        <TableBody>
          {data.customers.map((customer) => (
            <CustomerRow key={customer.submissionId} customer={customer} showRisk={showRisk} />
          ))}
        </TableBody>
      </Table>
      <ListPaging view={view} next={data.next} />
    </>
  );
}

/** One customer. */
function CustomerRow({ customer, showRisk }: { customer: CustomerListItem; showRisk: boolean }) {
  const t = useTranslations('customers');
  return (
    <Row>
      <Cell className="max-md:pb-1.5!">
        <RowLink href={paths.customer(customer.submissionId)}>
          <Bidi>{customer.displayName}</Bidi>
        </RowLink>
        {customer.tradingName && (
          <span className="block text-sm text-ink-soft">
            {t.rich('tradingAs', { name: () => <Bidi>{customer.tradingName}</Bidi> })}
          </span>
        )}
      </Cell>
      <Cell label={t('columns.kind')}>
        <KindLabel userType={customer.userType} />
      </Cell>
      <Cell label={t('columns.state')}>
        <StateBadge state={customer.kycState} look="plain" />
      </Cell>
      {showRisk && (
        <Cell label={t('columns.risk')}>
          <RiskBadge level={customer.risk?.level} look="plain" />
        </Cell>
      )}
      <Cell label={t('columns.employee')} className="whitespace-nowrap text-ink-soft">
        <Bidi>{customer.employeeName}</Bidi>
      </Cell>
      <Cell label={t('columns.progress')}>
        <Progress
          compact
          label={t('progressOf')}
          value={customer.onboardingProgress}
          max={100}
          text={t('percent', { value: customer.onboardingProgress / 100 })}
        />
      </Cell>
      <Cell label={t('columns.created')} numeric className="text-ink-soft">
        <DateTime value={customer.createdAt} show="date" />
      </Cell>
      <Cell label={t('columns.updated')} numeric className="text-ink-soft">
        <DateTime value={customer.updatedAt} show="date" />
      </Cell>
    </Row>
  );
}

/** The same list in the next order of one column: a second press turns it round. */
function sortLink(view: CustomerView, by: SortKey) {
  const now = view.sort === by ? (isDescending(view) ? 'descending' : 'ascending') : undefined;
  const { after: _after, ...kept } = view;
  const dir = now === undefined ? undefined : now === 'descending' ? 'asc' : 'desc';
  return {
    href: withQuery(paths.customers, viewQuery({ ...kept, sort: by, dir })),
    direction: now as 'ascending' | 'descending' | undefined,
  };
}
