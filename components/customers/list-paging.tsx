'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Pagination } from '@/components/ui/pagination';
import type { CustomerView } from '@/lib/kyc/customer-list';
import { viewQuery } from '@/lib/kyc/customer-view';
import { paths, withQuery } from '@/lib/paths';
import { customerCountQuery } from '@/lib/query/customers';

/** How many customers the view holds, and the way to its next page; the browser's own way back leads back. */
export function ListPaging({ view, next }: { view: CustomerView; next: string | null }) {
  const t = useTranslations('customers');
  const { data } = useQuery(customerCountQuery(view));
  const at = (after: string | undefined) => withQuery(paths.customers, viewQuery({ ...view, after }));
  return (
    <Pagination
      label={t('paging')}
      summary={data ? t(data.more ? 'countMore' : 'count', { count: data.count }) : ' '}
      previous={{ label: t('first'), href: view.after ? at(undefined) : undefined, none: t('noFirst') }}
      next={{ label: t('next'), href: next ? at(next) : undefined, none: t('noNext') }}
    />
  );
}
