import { useLocale, useTranslations } from 'next-intl';
import { StateBadge } from '@/components/kyc/state-badge';
import { BarList } from '@/components/ui/bar-list';
import { Progress } from '@/components/ui/progress';
import { TextLink } from '@/components/ui/text-link';
import { formatCalendarDay } from '@/lib/format/dates';
import { formatNumber } from '@/lib/format/numbers';
import { DOCUMENT_TYPES, known } from '@/lib/kyc/contract/lists';
import type { Counted, ExpiringLine, OwingCustomer, OwnCounts } from '@/lib/kyc/dashboard';
import { paths, withQuery } from '@/lib/paths';
import { CountedPanel } from './counted-panel';
import { Lines } from './lines';

/** Who owes something: what compliance asks for again, then forms that are not handed in. */
export function OwingPanel({ customers }: { customers: readonly OwingCustomer[] }) {
  const t = useTranslations('dashboard.owing');
  const all = useTranslations('dashboard')('all');
  const locale = useLocale();
  const href = withQuery(paths.customers, { state: ['New', 'Onboarding', 'OnboardingAfterRejection'] });
  return (
    <CountedPanel id="owing" title={t('title')} flush actions={<TextLink href={href}>{all}</TextLink>}>
      {customers.length === 0 ? (
        <p className="p-4 text-ink-soft">{t('empty')}</p>
      ) : (
        <Lines
          label={t('label')}
          lines={customers.map(({ submissionId, displayName, kycState, onboardingProgress, asked }) => ({
            id: submissionId,
            href: paths.customer(submissionId),
            name: displayName,
            detail: asked ? (
              t('asked', { count: asked.open, date: formatCalendarDay(asked.since.slice(0, 10), locale) })
            ) : (
              <StateBadge state={kycState} look="plain" />
            ),
            end: (
              <Progress
                compact
                value={onboardingProgress}
                max={100}
                label={t('progress')}
                text={t('percent', { value: onboardingProgress / 100 })}
              />
            ),
          }))}
        />
      )}
    </CountedPanel>
  );
}

/** Whose documents run out, by how soon, and the first of them. */
export function ExpiringPanel({
  own,
  soonest,
}: {
  own: Counted<OwnCounts>;
  soonest: readonly ExpiringLine[];
}) {
  const t = useTranslations('dashboard.expiring');
  const kyc = useTranslations('kyc');
  const locale = useLocale();
  return (
    <CountedPanel id="expiring" title={t('title')} countedAt={own.countedAt} flush>
      {soonest.length === 0 ? (
        <p className="p-4 text-ink-soft">{t('empty')}</p>
      ) : (
        <>
          <div className="border-b border-line p-4">
            <BarList
              label={t('label')}
              rows={own.counts.expiring.map(({ days, count }) => ({
                id: String(days),
                label: t('within', { days }),
                value: count,
                text: formatNumber(count, locale),
                tone: days <= 7 ? 'critical' : days <= 30 ? 'caution' : 'info',
                ...(count > 0 && { href: withQuery(paths.customers, { expiring: String(days) }) }),
              }))}
            />
          </div>
          <Lines
            label={t('documents')}
            lines={soonest.map(({ submissionId, displayName, documentTypeId, expiresOn }) => {
              const type = known(DOCUMENT_TYPES, documentTypeId);
              return {
                id: `${submissionId} ${documentTypeId}`,
                href: paths.customer(submissionId),
                name: displayName,
                detail: type ? kyc(`documentType.${type}`) : documentTypeId,
                end: formatCalendarDay(expiresOn, locale),
              };
            })}
          />
        </>
      )}
    </CountedPanel>
  );
}
