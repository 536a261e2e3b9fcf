'use client';

import { useLocale, useTranslations } from 'next-intl';
import { RiskBadge } from '@/components/kyc/risk-badge';
import { DateTime } from '@/components/ui/date-time';
import { Notice } from '@/components/ui/notice';
import { formatCalendarDay } from '@/lib/format/dates';
import type { RiskSummary } from '@/lib/kyc/profile-page';

/** What to know before relying on the level: that something is not known, or that a person set it. */
export function RiskRemarks({ risk }: { risk: RiskSummary }) {
  const t = useTranslations('profile.riskPanel');
  const open = risk.factors.filter((factor) => !factor.known);
  return (
    <>
      {risk.isProvisional && (
        <p className="mt-2 text-sm text-ink-soft">
          {open.length > 0
            ? t.rich('provisionalFor', { factors: () => <Names names={open.map(({ name }) => name)} /> })
            : t('provisionalHint')}
        </p>
      )}
      {risk.isOverridden && <Overridden risk={risk} />}
    </>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return names.map((name, at) => (
    <span key={name}>
      {at > 0 && ', '}
      <bdi className="text-ink">{name}</bdi>
    </span>
  ));
}

/** Who set the level, why and until when, beside the level that the score gives. */
function Overridden({ risk: { level, calculatedLevel, override } }: { risk: RiskSummary }) {
  const t = useTranslations('profile.riskPanel');
  return (
    <Notice tone="info" role="note" title={t('override.title')} className="mt-3">
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
        <dt className="text-ink-soft">{t('override.calculated')}</dt>
        <dd>
          <RiskBadge level={calculatedLevel} look="plain" />
        </dd>
        <dt className="text-ink-soft">{t('override.set')}</dt>
        <dd>
          <RiskBadge level={override?.level ?? level} look="plain" />
        </dd>
        {override && <SetBy override={override} />}
      </dl>
      <p className="mt-1.5 text-sm text-ink-soft">{t('override.frozen')}</p>
    </Notice>
  );
}

function SetBy({ override }: { override: NonNullable<RiskSummary['override']> }) {
  const t = useTranslations('profile.riskPanel');
  const locale = useLocale();
  const { requestedBy, approvedBy, at, reason, validUntil } = override;
  return (
    <>
      <dt className="text-ink-soft">{t('override.by')}</dt>
      <dd>
        <bdi>{requestedBy ?? t('unknownPerson')}</bdi>
        {approvedBy && (
          <span className="block text-ink-soft">
            {t.rich('override.confirmedBy', { by: () => <bdi>{approvedBy}</bdi> })}
          </span>
        )}
        {at && (
          <span className="block text-ink-soft">
            <DateTime value={at} />
          </span>
        )}
      </dd>
      <dt className="text-ink-soft">{t('override.reason')}</dt>
      <dd>
        <bdi>{reason ?? t('noReason')}</bdi>
      </dd>
      {validUntil && (
        <>
          <dt className="text-ink-soft">{t('override.until')}</dt>
          <dd>{formatCalendarDay(validUntil, locale)}</dd>
        </>
      )}
    </>
  );
}
