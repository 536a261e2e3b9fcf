'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { NextReview } from '@/components/kyc/next-review';
import { RiskBadge } from '@/components/kyc/risk-badge';
import { ToneBadge } from '@/components/ui/badge';
import { Code } from '@/components/ui/bidi';
import { DateTime } from '@/components/ui/date-time';
import { Fact, Facts } from '@/components/ui/facts';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { AssessmentLine, RiskSummary } from '@/lib/kyc/profile-page';
import { AssessmentHistory } from './assessment-history';
import { FactorList } from './factor-list';
import { RiskRemarks } from './risk-remarks';
import { RiskScale } from './risk-scale';

interface RiskPanelProps {
  risk: RiskSummary;
  assessments: readonly AssessmentLine[] | null;
  /** Leads to the answer of a question. */
  onOpenAnswer: (fieldId: string) => void;
  /** Where a version of the model is shown; undefined for whoever may not read it. */
  modelHref?: ((version: number) => string) | undefined;
  /** What may be done about the risk, such as trying out other answers. */
  actions?: ReactNode;
}

/** How risky the customer is and why: level, score, what it is made of, the rules that decided, and how it was before. */
export function RiskPanel({ risk, assessments, onOpenAnswer, modelHref, actions }: RiskPanelProps) {
  const t = useTranslations('profile.riskPanel');
  if (risk.level === null && risk.factors.length === 0) {
    return (
      <Panel id="risk" title={<RiskTitle />}>
        <p className="text-ink-soft">{t('none')}</p>
      </Panel>
    );
  }
  return (
    <Panel
      id="risk"
      title={<RiskTitle />}
      meta={risk.score !== null && t('score', { score: risk.score })}
      actions={actions}
    >
      <div className="flex flex-wrap items-center gap-2">
        <RiskBadge level={risk.level} />
        {risk.isProvisional && <ToneBadge tone="pending">{t('provisional')}</ToneBadge>}
        {risk.isOverridden && <ToneBadge tone="info">{t('overridden')}</ToneBadge>}
      </div>
      <RiskRemarks risk={risk} />
      {risk.score !== null && <RiskScale score={risk.score} thresholds={risk.thresholds} />}
      {risk.rules.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 font-semibold">{t('rules')}</h3>
          <ul className="space-y-1">
            {risk.rules.map(({ id, effect, explanation }) => (
              <li key={id} className="border-s-2 border-line-strong ps-2.5">
                <bdi>{explanation ?? effect ?? id}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {risk.factors.length > 0 && (
        <>
          <h3 className="mt-4 mb-2 font-semibold">{t('factors')}</h3>
          <FactorList factors={risk.factors} thresholds={risk.thresholds} onOpenAnswer={onOpenAnswer} />
        </>
      )}
      <RiskFacts risk={risk} modelHref={modelHref} />
      <AssessmentHistory assessments={assessments} modelHref={modelHref} />
    </Panel>
  );
}

function RiskTitle() {
  return useTranslations('profile')('risk');
}

/** When it was assessed and by what, and when it is looked at again. */
function RiskFacts({ risk, modelHref }: Pick<RiskPanelProps, 'risk' | 'modelHref'>) {
  const t = useTranslations('profile.riskPanel');
  const { assessedAt, nextReviewDate, modelId, modelVersion } = risk;
  const model =
    modelId === null ? null : modelVersion === null ? (
      <Code>{modelId}</Code>
    ) : (
      t('modelVersion', { model: modelId, version: modelVersion })
    );
  return (
    <Facts className="mt-4 border-t border-line">
      {assessedAt && (
        <Fact term={t('assessed')}>
          <DateTime value={assessedAt} />
        </Fact>
      )}
      {nextReviewDate && (
        <Fact term={t('nextReview')}>
          <NextReview dueOn={nextReviewDate} review={risk.review} />
        </Fact>
      )}
      {model && (
        <Fact term={t('model')}>
          {modelHref && modelVersion !== null ? (
            <TextLink href={modelHref(modelVersion)}>{model}</TextLink>
          ) : (
            model
          )}
        </Fact>
      )}
    </Facts>
  );
}
