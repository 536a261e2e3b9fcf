import { scaleLinear } from '@visx/scale';
import { cx } from 'class-variance-authority';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Bars } from '@/components/ui/bars';
import { TONE_FILL } from '@/components/ui/tone-fill';
import type { ReviewMonths, ReviewView } from '@/lib/kyc/review-list';
import { paths, withQuery } from '@/lib/paths';

interface MonthTimelineProps {
  months: ReviewMonths;
  view: ReviewView;
}

const HEIGHT = 56;

/** How many reviews fall due in each month; each bar opens its list. To assistive technology it is a list of links with the counts. */
export function MonthTimeline({ months: { overdue, months }, view }: MonthTimelineProps) {
  const t = useTranslations('reviews');
  const format = useFormatter();
  const most = Math.max(1, overdue, ...months.map(({ count }) => count));
  const height = scaleLinear<number>({ domain: [0, most], range: [0, HEIGHT] });
  const { level, employee } = view;
  const named = (month: string, options: { month: 'long' | 'short'; year?: 'numeric' | '2-digit' }) =>
    format.dateTime(new Date(`${month}-01T00:00:00Z`), { ...options, timeZone: 'UTC' });
  const columns = [
    {
      key: 'overdue',
      href: withQuery(paths.reviews, { due: 'overdue', level, employee }),
      count: overdue,
      name: t('earlier', { count: overdue }),
      short: t('earlierShort'),
      tone: 'critical' as const,
      current: view.month === undefined && view.due === 'overdue',
    },
    ...months.map(({ month, count }, at) => ({
      key: month,
      href: withQuery(paths.reviews, { month, level, employee }),
      count,
      name: t('month', { month: named(month, { month: 'long', year: 'numeric' }), count }),
      short: named(
        month,
        at === 0 || month.endsWith('-01') ? { month: 'short', year: '2-digit' } : { month: 'short' },
      ),
      tone: 'info' as const,
      current: view.month === month,
    })),
  ];
  return (
    <nav
      aria-label={t('months')}
      className="mb-5 overflow-x-auto rounded-lg border border-line bg-surface p-2"
    >
      <ol className="flex min-w-176 gap-1">
        {columns.map(({ key, href, count, name, short, tone, current }) => (
          <li key={key} className="flex-1">
            <Link
              href={href}
              scroll={false}
              aria-label={name}
              aria-current={current ? 'true' : undefined}
              className={cx(
                'flex flex-col items-center rounded px-1 py-1.5 text-xs',
                current ? 'bg-accent-soft font-semibold' : 'hover:bg-hover',
              )}
            >
              <span className="tabular-nums">{count}</span>
              <Bars
                className="my-1 w-full"
                height={HEIGHT}
                bars={[
                  {
                    x: '15%',
                    width: '70%',
                    y: HEIGHT - Math.max(count > 0 ? 2 : 1, height(count)),
                    height: Math.max(count > 0 ? 2 : 1, height(count)),
                    rx: 1,
                    className: count > 0 ? TONE_FILL[tone] : 'fill-line',
                  },
                ]}
              />
              <span className="whitespace-nowrap text-ink-soft">{short}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
