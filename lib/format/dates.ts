/** Whose words and whose clock. */
export interface Reader {
  locale: string;
  /** An IANA zone name. */
  timeZone: string;
}

/* English dates are written day first: 22 Nov 2026 cannot be misread on either side of the Atlantic. */
const spelling = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

const made = new Map<string, Intl.DateTimeFormat>();

/** Formatters are slow to make and few, so each is made once. */
function formatter({ locale, timeZone }: Reader, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${locale} ${timeZone} ${name}`;
  const known = made.get(key);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat(spelling(locale), { ...options, timeZone });
  made.set(key, fresh);
  return fresh;
}

/** The day of an instant in the reader's zone: `22 Nov 2026`. */
export function formatDate(instant: Date, reader: Reader): string {
  return formatter(reader, 'date', { day: 'numeric', month: 'short', year: 'numeric' }).format(instant);
}

/** An instant to the minute in the reader's zone: `22 Nov 2026, 17:05`. */
export function formatDateTime(instant: Date, reader: Reader): string {
  const options = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  return formatter(reader, 'datetime', { ...options, hourCycle: 'h23' }).format(instant);
}

/** An instant to the second, with its zone's name and offset: for hovers and for the record. */
export function formatExact(instant: Date, reader: Reader): string {
  const text = formatter(reader, 'exact', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  }).format(instant);
  return `${text} (${reader.timeZone})`;
}

/**
 * A calendar day without a clock (`1987-04-05`, a birth date): the same day in every zone. Text of another shape comes
 * back as it is, because a date that cannot be read is still what was answered.
 */
export function formatCalendarDay(day: string, locale: string): string {
  const instant = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(instant.getTime())) return day;
  return formatDate(instant, { locale, timeZone: 'UTC' });
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How long ago or ahead, in the largest whole unit; only ever beside an absolute date. */
export function formatRelative(instant: Date, now: Date, locale: string): string {
  const away = instant.getTime() - now.getTime();
  const [unit, length] = units.find(([, size]) => Math.abs(away) >= size) ?? ['minute' as const, 60_000];
  return new Intl.RelativeTimeFormat(spelling(locale), { numeric: 'auto' }).format(
    Math.trunc(away / length),
    unit,
  );
}
