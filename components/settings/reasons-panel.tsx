'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { LoadFailed } from '@/components/ui/load-failed';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Loading, TableSkeleton } from '@/components/ui/skeleton';
import type { Action } from '@/lib/action-result';
import type { ReasonLine } from '@/lib/kyc/cases';
import type { ReasonInput, ReasonState } from '@/lib/kyc/decision-input';
import { REASON_PURPOSES } from '@/lib/kyc/decisions';
import { paths } from '@/lib/paths';
import { reasonsQuery } from '@/lib/query/cases';
import { ReasonEntry } from './reason-entry';

// It comes when it is opened: a form brings more than the whole page without it.
const AddReasonDialog = dynamic(async () => (await import('./add-reason-dialog')).AddReasonDialog, {
  ssr: false,
});

interface ReasonsPanelProps {
  add: Action<ReasonInput, { reasonId: string }>;
  set: Action<ReasonState, void>;
}

/** The library of reasons, by what they are for; a retired one stays to be seen and can be restored. */
export function ReasonsPanel({ add, set }: ReasonsPanelProps) {
  const t = useTranslations('reasons');
  const cache = useQueryClient();
  const { data, error, refetch } = useQuery(reasonsQuery);
  /** Undefined until it is opened for the first time. */
  const [adding, setAdding] = useState<boolean>();
  const changed = () => cache.invalidateQueries({ queryKey: reasonsQuery.queryKey });
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('meta')}
        actions={
          <Button variant="primary" icon={<Plus />} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        }
      />
      {error && (
        <LoadFailed
          title={t('failed')}
          error={error}
          onRetry={() => void refetch()}
          signInHref={paths.signIn}
        />
      )}
      {!error && !data && (
        <Loading label={t('loading')}>
          <TableSkeleton rows={8} columns={2} />
        </Loading>
      )}
      {data && (
        <div className="grid items-start gap-4 xl:grid-cols-2">
          {REASON_PURPOSES.map((purpose) => (
            <Panel key={purpose} title={t(`purpose.${purpose}`)}>
              <Reasons
                reasons={data.filter((reason) => reason.purpose === purpose)}
                set={set}
                onDone={changed}
              />
            </Panel>
          ))}
        </div>
      )}
      {adding !== undefined && (
        <AddReasonDialog open={adding} onClose={() => setAdding(false)} add={add} onDone={changed} />
      )}
    </>
  );
}

function Reasons({
  reasons,
  ...rest
}: {
  reasons: readonly ReasonLine[];
  set: ReasonsPanelProps['set'];
  onDone: () => Promise<void>;
}) {
  const t = useTranslations('reasons');
  if (reasons.length === 0) return <p className="text-sm text-ink-soft">{t('none')}</p>;
  return (
    <ul className="divide-y divide-line">
      {reasons.map((reason) => (
        <ReasonEntry key={reason.id} reason={reason} {...rest} />
      ))}
    </ul>
  );
}
