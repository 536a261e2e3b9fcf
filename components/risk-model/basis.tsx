'use client';

import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import { Textarea } from '@/components/ui/textarea';
import type { RiskModel } from '@/lib/risk/model';
import { Fault } from './fault';
import type { ChangeModel, ModelFaults } from './model-actions';

interface BasisProps {
  model: RiskModel;
  change: ChangeModel;
  faults: ModelFaults;
}

/** Where factors, weights, scores and thresholds come from, with dates. */
export function Basis({ model, change, faults }: BasisProps) {
  const t = useTranslations('riskModel.basis');
  const fault = faults.get('basis');
  return (
    <Panel id="basis" title={t('title')} meta={t('meta')}>
      {change ? (
        <>
          <Textarea
            aria-label={t('title')}
            aria-invalid={fault !== undefined || undefined}
            value={model.basis}
            onChange={({ target }) =>
              change((all) => {
                all.basis = target.value;
              })
            }
          />
          <Fault text={fault} />
        </>
      ) : (
        <p className="max-w-prose">{model.basis}</p>
      )}
    </Panel>
  );
}
