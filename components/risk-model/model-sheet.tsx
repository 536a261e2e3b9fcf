'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo } from 'react';
import { Panel } from '@/components/ui/panel';
import { fieldFaults } from '@/lib/kyc/contract/errors';
import { parseParams } from '@/lib/kyc/contract/parse';
import { checkModel } from '@/lib/risk/check';
import type { Finding } from '@/lib/risk/finding';
import { type RiskModel, riskModel } from '@/lib/risk/model';
import { AddFactor } from './add-factor';
import { Basis } from './basis';
import { CountryLists } from './country-lists';
import { FactorPanel } from './factor-panel';
import { Findings } from './findings';
import { Floors } from './floors';
import type { ChangeModel, ModelFaults } from './model-actions';
import { Thresholds } from './thresholds';
import { Weights } from './weights';

/** What is wrong with a model: the cells that break a rule, and once none does, what the check finds. */
export function useModelCheck(model: RiskModel): { faults: ModelFaults; findings: Finding[] } {
  const checked = useDeferredValue(model);
  return useMemo(() => {
    const parsed = riskModel.safeParse(checked, parseParams);
    const faults = parsed.success ? [] : fieldFaults(parsed.error);
    return {
      faults: new Map(faults.map(({ path, message }) => [path, message])),
      findings: parsed.success ? checkModel(parsed.data) : [],
    };
  }, [checked]);
}

interface ModelSheetProps {
  model: RiskModel;
  change?: ChangeModel;
  faults: ModelFaults;
  findings: readonly Finding[];
}

/** A whole model: weights, thresholds, tables, floors and country lists, to be read or to be edited in place. */
export function ModelSheet({ model, change, faults, findings }: ModelSheetProps) {
  const t = useTranslations('riskModel');
  const general = findings.filter(({ factorId, floorId, kind }) => !factorId && !floorId && kind !== 'floor');
  return (
    <div className="space-y-4">
      {general.length > 0 && (
        <Panel id="findings" title={t('findings.title')} flush>
          <Findings findings={general} />
        </Panel>
      )}
      <Weights model={model} change={change} faults={faults} />
      <Thresholds model={model} change={change} faults={faults} />
      {change && <p className="text-sm text-ink-soft max-md:hidden">{t('table.keys')}</p>}
      {change && <p className="text-sm text-ink-soft md:hidden">{t('table.narrow')}</p>}
      {model.factors.map((factor, index) => (
        <FactorPanel key={factor.id} {...{ model, index, change, faults, findings }} />
      ))}
      {change && <AddFactor change={change} />}
      <Floors
        model={model}
        change={change}
        faults={faults}
        findings={findings.filter(
          ({ floorId, kind, factorId }) => !factorId && (floorId || kind === 'floor'),
        )}
      />
      <CountryLists model={model} change={change} faults={faults} />
      <Basis model={model} change={change} faults={faults} />
    </div>
  );
}
