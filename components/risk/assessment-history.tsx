import { useTranslations } from 'next-intl';
import { RiskBadge } from '@/components/kyc/risk-badge';
import { DateTime } from '@/components/ui/date-time';
import type { AssessmentLine } from '@/lib/kyc/profile-page';

/** How the customer was assessed before. */
export function AssessmentHistory({ assessments }: { assessments: readonly AssessmentLine[] | null }) {
  const t = useTranslations('profile.riskPanel');
  const earlier = assessments?.slice(1) ?? [];
  return (
    <>
      <h3 className="mt-4 mb-1 font-semibold">{t('history')}</h3>
      {earlier.length === 0 ? (
        <p className="text-sm text-ink-soft">{assessments ? t('noHistory') : t('historyElsewhere')}</p>
      ) : (
        <ol className="divide-y divide-line">
          {earlier.map(({ id, level, score, assessedAt }) => (
            <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-3 py-1.5 text-sm">
              <RiskBadge level={level} look="plain" />
              <span className="text-ink-soft">{t('score', { score })}</span>
              <DateTime value={assessedAt} show="date" />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
