import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { ToneMark } from '@/components/ui/tone-mark';
import { paths } from '@/lib/paths';

/** A sheet whose numbers are on their way. */
export function PanelSkeleton({ title }: { title: string }) {
  const t = useTranslations('common');
  return (
    <Panel title={title}>
      <Loading label={t('loading')}>
        <div className="space-y-3 py-1">
          {['w-full', 'w-4/5', 'w-3/5', 'w-2/5'].map((width) => (
            <Skeleton key={width} className={`h-4 ${width}`} />
          ))}
        </div>
      </Loading>
    </Panel>
  );
}

/** A sheet that could not be read, while those around it are there. */
export function PanelFailed({ title, requestId }: { title: string; requestId: string }) {
  const t = useTranslations('dashboard.failed');
  return (
    <Panel title={title}>
      <div role="alert" className="flex items-start gap-2.5">
        <ToneMark tone="critical" className="mt-1.5" />
        <div className="space-y-1">
          <p>{t('title')}</p>
          <p className="text-sm text-ink-soft">
            {t('kept')} {/* The whole page anew, not from a cache of the browser's. */}
            <a href={paths.home} className="text-accent underline underline-offset-3">
              {t('retry')}
            </a>
          </p>
          <p className="text-sm text-ink-soft">
            {t('reference')} <span className="font-mono break-all">{requestId}</span>
          </p>
        </div>
      </div>
    </Panel>
  );
}
