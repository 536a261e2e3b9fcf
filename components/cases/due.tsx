'use client';

import { daysBetween } from '@/lib/days';
import { useLocale, useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import { formatCalendarDay } from '@/lib/format/dates';

interface DueProps {
  /** A day. */
  dueOn: string;
  /** The reader's day. */
  today: string;
  /** Beside each other instead of one under the other. */
  inline?: boolean;
}

const SOON_DAYS = 2;

/** The day by which a case should be decided, and how far away it is, in word, shape and tone. */
export function Due({ dueOn, today, inline }: DueProps) {
  const t = useTranslations('queue.due');
  const locale = useLocale();
  const days = daysBetween(today, dueOn);
  return (
    <span className={inline ? 'inline-flex flex-wrap items-baseline gap-x-2' : 'block'}>
      <ToneBadge
        tone={days < 0 ? 'critical' : days <= SOON_DAYS ? 'caution' : 'neutral'}
        look="plain"
        className={inline ? '' : 'flex!'}
      >
        {days < 0 ? t('over', { days: -days }) : t('left', { days })}
      </ToneBadge>
      <span className="text-sm whitespace-nowrap text-ink-soft">{formatCalendarDay(dueOn, locale)}</span>
    </span>
  );
}
