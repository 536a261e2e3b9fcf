'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import { formatCalendarDay } from '@/lib/format/dates';
import { expiryOf } from '@/lib/kyc/documents';
import type { Tone } from '@/lib/theme/tokens';

interface DocumentExpiryProps {
  /** A day. */
  expiryDate: string;
  /** The reader's day. */
  today: string;
}

const TONE: Record<90 | 60 | 30 | 7, Tone> = { 90: 'info', 60: 'info', 30: 'caution', 7: 'critical' };

/** When a document expires, and how soon where it is soon. Needs the messages `documents`. */
export function DocumentExpiry({ expiryDate, today }: DocumentExpiryProps) {
  const t = useTranslations('documents.expiry');
  const locale = useLocale();
  const day = <span className="whitespace-nowrap">{formatCalendarDay(expiryDate, locale)}</span>;
  const expiry = expiryOf(expiryDate, today);
  if (expiry.kind === 'valid') return t.rich('valid', { day: () => day });
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <ToneBadge tone={expiry.kind === 'expired' ? 'critical' : TONE[expiry.within]}>
        {expiry.kind === 'expired' ? t('expired') : t('expiring', { days: expiry.days })}
      </ToneBadge>
      {day}
    </span>
  );
}
