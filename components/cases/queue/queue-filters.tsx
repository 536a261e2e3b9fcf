'use client';

import { useTranslations } from 'next-intl';
import { FilterChip } from '@/components/ui/chip';
import { DateTime } from '@/components/ui/date-time';
import { caseViewQuery } from '@/lib/kyc/case-query';
import type { CaseQueueView } from '@/lib/kyc/case-view';
import { paths, withQuery } from '@/lib/paths';

interface QueueFiltersProps {
  view: CaseQueueView;
  /** The name of the person whose cases are shown. */
  assigneeName: string | undefined;
}

/** What narrows the tab further, as a link from a dashboard does; each chip takes its filter away. */
export function QueueFilters({ view, assigneeName }: QueueFiltersProps) {
  const t = useTranslations('queue');
  const kyc = useTranslations('kyc');
  const chips = [
    view.risk && { name: 'risk' as const, value: kyc(`risk.${view.risk}`) },
    view.assignee && { name: 'assignee' as const, value: assigneeName ?? t('nobody') },
    view.since && { name: 'since' as const, value: <DateTime value={view.since} show="date" /> },
  ].filter((chip) => chip !== undefined && chip !== '');
  if (chips.length === 0) return null;
  return (
    <div className="mb-3 flex flex-wrap gap-2">
      {chips.map(({ name, value }) => (
        <FilterChip
          key={name}
          name={t(`narrowed.${name}`)}
          value={value}
          removeHref={withQuery(paths.queue, caseViewQuery({ ...view, [name]: undefined, after: undefined }))}
          removeLabel={t('narrowed.remove')}
        />
      ))}
    </div>
  );
}
