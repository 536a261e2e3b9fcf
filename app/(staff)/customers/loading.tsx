import { useTranslations } from 'next-intl';
import { Loading, Skeleton, TableSkeleton } from '@/components/ui/skeleton';

export default function CustomersLoading() {
  const t = useTranslations('common');
  return (
    <Loading label={t('loading')}>
      <Skeleton className="mb-6 h-7 w-48" />
      <Skeleton className="mb-4 h-9 w-84 max-w-full" />
      <TableSkeleton rows={12} columns={7} />
    </Loading>
  );
}
