import { scaleLinear } from '@visx/scale';
import { useLocale, useTranslations } from 'next-intl';
import { formatCalendarDay } from '@/lib/format/dates';
import type { RiskSummary } from '@/lib/kyc/profile-page';

interface NextReviewProps {
  /** A day. */
  dueOn: string;
  review: RiskSummary['review'];
}

const DAY_MS = 86_400_000;

/** When a customer is looked at again and why then, with how much of the time until then has passed. */
export function NextReview({ dueOn, review }: NextReviewProps) {
  const locale = useLocale();
  return (
    <>
      <span className="me-2 whitespace-nowrap tabular-nums">{formatCalendarDay(dueOn, locale)}</span>
      {review && <Standing dueOn={dueOn} {...review} />}
    </>
  );
}

function Standing({
  dueOn,
  from,
  today,
  sentence,
}: { dueOn: string } & NonNullable<NextReviewProps['review']>) {
  const t = useTranslations('kyc.nextReview');
  const locale = useLocale();
  const [start, now, due] = [Date.parse(from), Date.parse(today), Date.parse(dueOn)];
  const days = Math.round((due - now) / DAY_MS);
  const part = scaleLinear<number>({ domain: [start, due], range: [0, 100], clamp: true })(now);
  return (
    <>
      <span
        className={`whitespace-nowrap text-sm ${days < 0 ? 'font-medium text-critical-fg' : 'text-ink-soft'}`}
      >
        {days < 0 ? t('overdue', { days: -days }) : t('in', { days })}
      </span>
      <svg
        role="img"
        aria-label={t('timeline', { from: formatCalendarDay(from, locale), part: part / 100 })}
        className="mirror mt-1.5 block h-2.5 w-full max-w-80"
      >
        <rect y={4} width="100%" height={2} className="fill-line-strong" />
        <rect
          y={4}
          width={`${part}%`}
          height={2}
          className={days < 0 ? 'fill-critical-solid' : 'fill-accent'}
        />
        <rect x={`${Math.min(part, 99)}%`} width={2} height={10} className="fill-ink" />
      </svg>
      <span className="mt-1 block text-sm text-balance text-ink-soft">{sentence}</span>
    </>
  );
}
