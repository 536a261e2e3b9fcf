'use client';

import { useTranslations } from 'next-intl';
import { RiskBadge } from '@/components/kyc/risk-badge';
import { Panel } from '@/components/ui/panel';
import { TONE_FILL } from '@/components/ui/tone-fill';
import { RISK_TONE } from '@/lib/kyc/tones';
import type { RiskModel } from '@/lib/risk/model';
import type { ChangeModel, ModelFaults } from './model-actions';
import { NumberCell } from './number-cell';

/** At which score a level begins, on one scale from 0 to 100. */
export function Thresholds({
  model,
  change,
  faults,
}: {
  model: RiskModel;
  change: ChangeModel;
  faults: ModelFaults;
}) {
  const t = useTranslations('riskModel.thresholds');
  const kyc = useTranslations('kyc');
  const { thresholds } = model;
  return (
    <Panel id="thresholds" title={t('title')} meta={t('meta')}>
      <svg
        role="img"
        aria-label={t('scale', {
          levels: thresholds
            .map(({ riskLevelId, from, to }) => `${kyc(`risk.${riskLevelId}`)} ${from}–${to}`)
            .join(', '),
        })}
        className="mirror mb-3 block h-2.5 w-full overflow-hidden rounded-sm"
      >
        {thresholds.map(({ riskLevelId, from, to }) => (
          <rect
            key={riskLevelId}
            x={`${from}%`}
            width={`${Math.max(0, to - from)}%`}
            height="100%"
            className={TONE_FILL[RISK_TONE[riskLevelId]]}
          />
        ))}
      </svg>
      <ul className="flex flex-wrap gap-x-8 gap-y-2">
        {thresholds.map(({ riskLevelId, from }, index) => (
          <li key={riskLevelId} className="flex items-center gap-2">
            <RiskBadge level={riskLevelId} look="plain" />
            <span className="text-ink-soft">{t('from')}</span>
            <NumberCell
              label={t('fromOf', { level: kyc(`risk.${riskLevelId}`) })}
              value={from}
              fault={faults.get(`thresholds[${index}].from`)}
              onChange={
                change && index > 0
                  ? (value = 0) =>
                      change(({ thresholds: all }) => {
                        const [before, one] = [all[index - 1], all[index]];
                        if (before) before.to = value;
                        if (one) one.from = value;
                      })
                  : undefined
              }
            />
          </li>
        ))}
        <li className="flex items-center gap-2">
          <span className="text-ink-soft">{t('notKnown')}</span>
          <NumberCell
            label={t('notKnown')}
            value={model.notKnownScore}
            fault={faults.get('notKnownScore')}
            onChange={
              change &&
              ((value = 0) =>
                change((all) => {
                  all.notKnownScore = value;
                }))
            }
          />
        </li>
      </ul>
    </Panel>
  );
}
