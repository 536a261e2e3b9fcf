'use client';

import { useLocale, useTimeZone } from 'next-intl';
import { formatDateTime } from '@/lib/format/dates';

/** Formats an instant to the minute in the reader's zone, for where text is wanted; elsewhere use `DateTime`. */
export function useDateTime(): (instant: Date) => string {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  return (instant) => formatDateTime(instant, { locale, timeZone });
}
