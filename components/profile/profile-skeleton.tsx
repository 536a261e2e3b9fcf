import { useTranslations } from 'next-intl';
import { Loading, Skeleton } from '@/components/ui/skeleton';

/** A profile on its way, in its coming shape. */
export function ProfileSkeleton() {
  const t = useTranslations('common');
  return (
    <Loading label={t('loading')}>
      <Skeleton className="mb-3 h-7 w-72 max-w-full" />
      <Skeleton className="mb-6 h-4 w-96 max-w-full" />
      <div className="grid gap-4 xl:grid-cols-[1fr_22rem_20rem]">
        <Skeleton className="h-120 w-full" />
        <Skeleton className="h-80 w-full max-xl:hidden" />
        <Skeleton className="h-120 w-full max-xl:hidden" />
      </div>
    </Loading>
  );
}
