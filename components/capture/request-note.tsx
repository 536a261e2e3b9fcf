'use client';

import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { Notice } from '@/components/ui/notice';
import type { InformationRequest } from '@/lib/kyc/requests';

interface RequestNoteProps {
  request: InformationRequest;
  /** Whether it was answered since, and only has to be sent. */
  answered: boolean;
}

/** What compliance asks of a field again, in its own words. */
export function RequestNote({ request, answered }: RequestNoteProps) {
  const t = useTranslations('capture.asked');
  return (
    <Notice
      role="note"
      tone={answered ? 'positive' : 'caution'}
      title={t.rich('reason', { at: () => <DateTime value={request.requestedAt} show="date" /> })}
      className="mb-3"
    >
      <p className="max-w-prose whitespace-pre-line">
        <bdi>{request.words}</bdi>
      </p>
      {answered && <p className="mt-1 text-sm text-positive-fg">{t('done')}</p>}
    </Notice>
  );
}
