import { useLocale, useTimeZone } from 'next-intl';
import { formatDate, formatDateTime, formatExact } from '@/lib/format/dates';

interface DateTimeProps {
  /** An instant: a Date or an ISO 8601 text with a zone. */
  value: Date | string;
  /** `date` leaves out the time of day. */
  show?: 'date' | 'datetime';
  className?: string;
}

/** An instant as an absolute date in the reader's zone; the zone and the seconds show on hover. */
export function DateTime({ value, show = 'datetime', className }: DateTimeProps) {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  const instant = typeof value === 'string' ? new Date(value) : value;
  return (
    <time
      dateTime={instant.toISOString()}
      title={formatExact(instant, { locale, timeZone })}
      className={className ?? 'whitespace-nowrap'}
    >
      {show === 'date'
        ? formatDate(instant, { locale, timeZone })
        : formatDateTime(instant, { locale, timeZone })}
    </time>
  );
}
