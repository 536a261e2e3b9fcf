'use client';

import { useLocale, useTranslations } from 'next-intl';
import { RiskBadge } from '@/components/kyc/risk-badge';
import { ToneBadge } from '@/components/ui/badge';
import { BarList } from '@/components/ui/bar-list';
import { Code } from '@/components/ui/bidi';
import { DateTime } from '@/components/ui/date-time';
import { Fact, Facts } from '@/components/ui/facts';
import { Panel } from '@/components/ui/panel';
import { formatCalendarDay } from '@/lib/format/dates';
import { known, RISK_LEVELS } from '@/lib/kyc/contract/lists';
import type { AssessmentLine, RiskSummary } from '@/lib/kyc/profile-page';
import { RISK_TONE } from '@/lib/kyc/tones';
import type { Tone } from '@/lib/theme/tokens';
import { AssessmentHistory } from './assessment-history';
import { RiskScale } from './risk-scale';

interface RiskPanelProps {
  risk: RiskSummary;
  assessments: readonly AssessmentLine[] | null;
}

/** How risky the customer is and why: level, score, what it is made of, the rules that decided, and how it was before. */
export function RiskPanel({ risk, assessments }: RiskPanelProps) {
  const t = useTranslations('profile.riskPanel');
  const locale = useLocale();
  if (risk.level === null && risk.factors.length === 0) {
    return (
      <Panel id="risk" title={<RiskTitle />}>
        <p className="text-ink-soft">{t('none')}</p>
      </Panel>
    );
  }
  return (
    <Panel id="risk" title={<RiskTitle />} meta={risk.score !== null && t('score', { score: risk.score })}>
      <div className="flex flex-wrap items-center gap-2">
        <RiskBadge level={risk.level} />
        {risk.isProvisional && <ToneBadge tone="pending">{t('provisional')}</ToneBadge>}
        {risk.isOverridden && <ToneBadge tone="info">{t('overridden')}</ToneBadge>}
      </div>
      <Remarks risk={risk} />
      {risk.score !== null && <RiskScale score={risk.score} thresholds={risk.thresholds} />}
      {risk.factors.length > 0 && (
        <>
          <h3 className="mt-5 mb-1 font-semibold">{t('factors')}</h3>
          <BarList
            label={t('factors')}
            rows={risk.factors.map((factor) => ({
              id: factor.id,
              label: <bdi>{factor.name}</bdi>,
              value: Math.max(0, factor.contribution),
              text: t('points', { points: factor.contribution }),
              tone: toneOf(factor.score, risk.thresholds),
              detail: factor.explanation && <bdi>{factor.explanation}</bdi>,
            }))}
          />
        </>
      )}
      {risk.rules.length > 0 && (
        <>
          <h3 className="mt-5 mb-1 font-semibold">{t('rules')}</h3>
          <ul className="list-disc space-y-1 ps-5">
            {risk.rules.map(({ id, effect, explanation }) => (
              <li key={id}>
                <bdi>{explanation ?? effect ?? id}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <Facts className="mt-4 border-t border-line">
        {risk.assessedAt && (
          <Fact term={t('assessed')}>
            <DateTime value={risk.assessedAt} />
          </Fact>
        )}
        {risk.nextReviewDate && (
          <Fact term={t('nextReview')}>{formatCalendarDay(risk.nextReviewDate, locale)}</Fact>
        )}
        {risk.modelId && (
          <Fact term={t('model')}>
            {risk.modelVersion === null ? (
              <Code>{risk.modelId}</Code>
            ) : (
              t('modelVersion', { model: risk.modelId, version: risk.modelVersion })
            )}
          </Fact>
        )}
      </Facts>
      <AssessmentHistory assessments={assessments} />
    </Panel>
  );
}

function RiskTitle() {
  return useTranslations('profile')('risk');
}

/** What to know before relying on the level. */
function Remarks({ risk }: { risk: RiskSummary }) {
  const t = useTranslations('profile.riskPanel');
  const kyc = useTranslations('kyc');
  const word = (level: string | null) => {
    const one = known(RISK_LEVELS, level);
    return one ? kyc(`risk.${one}`) : (level ?? kyc('riskUnknown'));
  };
  return (
    <>
      {risk.isProvisional && <p className="mt-2 text-sm text-ink-soft">{t('provisionalHint')}</p>}
      {risk.isOverridden && (
        <p className="mt-2 text-sm text-ink-soft">
          {t('overriddenHint', {
            calculated: word(risk.calculatedLevel),
            level: word(risk.override?.level ?? risk.level),
            by: risk.override?.requestedBy ?? t('unknownPerson'),
            reason: risk.override?.reason ?? t('noReason'),
          })}
        </p>
      )}
    </>
  );
}

/** A factor's own score in the tone of the level that the same score would give the whole. */
function toneOf(score: number | null, thresholds: RiskSummary['thresholds']): Tone {
  const at = score === null ? undefined : thresholds.findLast(({ from }) => score >= from);
  const level = known(RISK_LEVELS, at?.level);
  return level ? RISK_TONE[level] : 'info';
}
