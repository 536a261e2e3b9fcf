import { useLocale, useTranslations } from 'next-intl';
import { RiskBadge } from '@/components/kyc/risk-badge';
import { StateBadge } from '@/components/kyc/state-badge';
import { Bidi } from '@/components/ui/bidi';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { RowKeys } from '@/components/ui/row-keys';
import { Cell, HeadCell, Row, RowLink, Table, TableBody, TableHead } from '@/components/ui/table';
import { ToneMark } from '@/components/ui/tone-mark';
import { formatCalendarDay } from '@/lib/format/dates';
import type { ReviewLine, ReviewPage, ReviewView } from '@/lib/kyc/review-list';
import { paths, withQuery } from '@/lib/paths';

interface ReviewTableProps {
  page: ReviewPage;
  view: ReviewView;
}

/** The reviews of a view, the longest due first. */
export function ReviewTable({ page: { reviews, next }, view }: ReviewTableProps) {
  const t = useTranslations('reviews');
  if (reviews.length === 0) return <NoReviews view={view} />;
  const at = (after: string | undefined) => withQuery(paths.reviews, { ...view, after });
  return (
    <>
      <RowKeys />
      <Table label={t('list')}>
        <TableHead>
          <HeadCell className="w-[24%]">{t('columns.customer')}</HeadCell>
          <HeadCell>{t('columns.due')}</HeadCell>
          <HeadCell>{t('columns.level')}</HeadCell>
          <HeadCell className="w-[30%]">{t('columns.why')}</HeadCell>
          <HeadCell>{t('columns.state')}</HeadCell>
          <HeadCell>{t('columns.employee')}</HeadCell>
        </TableHead>
        <TableBody>
          {reviews.map((review) => (
            <ReviewRow key={review.submissionId} review={review} />
          ))}
        </TableBody>
      </Table>
      <Pagination
        label={t('paging')}
        summary={t('shown', { count: reviews.length })}
        previous={{ label: t('first'), href: view.after ? at(undefined) : undefined, none: t('noFirst') }}
        next={{ label: t('next'), href: next ? at(next) : undefined, none: t('noNext') }}
      />
    </>
  );
}

/** What it means that none is there: a narrow view, or nobody who is approved yet. */
function NoReviews({ view: { due, month, level, employee, after } }: Pick<ReviewTableProps, 'view'>) {
  const t = useTranslations('reviews');
  const isNarrowed = due !== 'all' || [month, level, employee, after].some((one) => one !== undefined);
  if (!isNarrowed) return <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>;
  return (
    <EmptyState title={t('empty')} action={<LinkButton href={paths.reviews}>{t('showAll')}</LinkButton>}>
      {t('emptyHint')}
    </EmptyState>
  );
}

function ReviewRow({ review }: { review: ReviewLine }) {
  const t = useTranslations('reviews');
  const locale = useLocale();
  const { submissionId, displayName, dueOn, days, level, sentence, kycState, employeeName } = review;
  return (
    <Row>
      <Cell className="max-md:pb-1.5!">
        <RowLink href={paths.customer(submissionId)}>
          <Bidi>{displayName}</Bidi>
        </RowLink>
      </Cell>
      <Cell label={t('columns.due')} className="whitespace-nowrap">
        <span className="block tabular-nums">{formatCalendarDay(dueOn, locale)}</span>
        {days < 0 ? (
          <span className="flex items-center gap-1.5 text-sm text-critical-fg">
            <ToneMark tone="critical" />
            {t('overdueBy', { days: -days })}
          </span>
        ) : (
          <span className="text-sm text-ink-soft">{t('dueIn', { days })}</span>
        )}
      </Cell>
      <Cell label={t('columns.level')}>
        <RiskBadge level={level} look="plain" />
      </Cell>
      <Cell label={t('columns.why')} className="text-sm text-pretty text-ink-soft max-md:col-span-2">
        {sentence}
      </Cell>
      <Cell label={t('columns.state')}>
        <StateBadge state={kycState} look="plain" />
      </Cell>
      <Cell label={t('columns.employee')} className="text-ink-soft">
        <Bidi>{employeeName}</Bidi>
      </Cell>
    </Row>
  );
}
