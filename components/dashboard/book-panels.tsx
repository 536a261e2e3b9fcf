import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { StateBadge } from '@/components/kyc/state-badge';
import { BarList } from '@/components/ui/bar-list';
import { formatNumber } from '@/lib/format/numbers';
import { KYC_STATES, known } from '@/lib/kyc/contract/lists';
import type { BookCounts, Counted, ReviewCounts } from '@/lib/kyc/dashboard';
import { reviewsLink } from '@/lib/kyc/dashboard-links';
import { bookSize, funnelOf, monthsAhead } from '@/lib/kyc/dashboard-sums';
import { STATE_TONE } from '@/lib/kyc/tones';
import { paths, withQuery } from '@/lib/paths';
import { Columns } from './columns';
import { CountedPanel } from './counted-panel';
import { MixTable } from './mix-table';

type Book<T = BookCounts> = { book: Counted<T> };

/** How many customers stand in each state, in the order in which they come. */
export function FunnelPanel({ book }: Book<Pick<BookCounts, 'mix'>>) {
  const t = useTranslations('dashboard.funnel');
  const locale = useLocale();
  const all = bookSize(book.counts);
  return (
    <CountedPanel id="funnel" title={t('title')} countedAt={book.countedAt}>
      <BarList
        label={t('label')}
        rows={funnelOf(book.counts.mix).map(({ state, count }) => {
          const kycState = known(KYC_STATES, state);
          return {
            id: state,
            label: <StateBadge state={state} look="plain" />,
            value: count,
            text:
              all > 0 && count > 0
                ? t('share', { count: formatNumber(count, locale), share: count / all })
                : '0',
            ...(kycState && { tone: STATE_TONE[kycState] }),
            ...(kycState && count > 0 && { href: withQuery(paths.customers, { state: kycState }) }),
          };
        })}
      />
    </CountedPanel>
  );
}

/** Levels by states. */
export function MixPanel({ book, title }: Book & { title: string }) {
  return (
    <CountedPanel id="mix" title={title} countedAt={book.countedAt}>
      <MixTable mix={book.counts.mix} />
    </CountedPanel>
  );
}

/** What is behind its day, and what is due in each of the next twelve months. */
export function ReviewsPanel({ book, today }: Book<{ reviews: ReviewCounts }> & { today: string }) {
  const t = useTranslations('dashboard.reviews');
  const format = useFormatter();
  const { reviews } = book.counts;
  const months = monthsAhead(reviews, today);
  const named = (month: string, style: 'short' | 'long') =>
    format.dateTime(new Date(`${month}-01T00:00:00Z`), {
      month: style,
      ...(style === 'long' && { year: 'numeric' }),
      timeZone: 'UTC',
    });
  const isEmpty = reviews.overdue === 0 && months.every(({ count }) => count === 0);
  return (
    <CountedPanel id="reviews" title={t('title')} countedAt={book.countedAt}>
      {isEmpty ? (
        <p className="text-ink-soft">{t('empty')}</p>
      ) : (
        <Columns
          label={t('label')}
          columns={[
            {
              id: 'overdue',
              label: t('overdue'),
              value: reviews.overdue,
              tone: 'critical',
              href: reviewsLink('overdue'),
            },
            ...months.map(({ month, count }) => ({
              id: month,
              label: named(month, 'short'),
              fullLabel: t('month', { month: named(month, 'long') }),
              value: count,
              href: reviewsLink(month),
            })),
          ]}
        />
      )}
    </CountedPanel>
  );
}
