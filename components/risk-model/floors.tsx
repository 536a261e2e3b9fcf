'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { RiskBadge } from '@/components/kyc/risk-badge';
import { IconButton } from '@/components/ui/icon-button';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { RISK_LEVELS, type RiskLevel } from '@/lib/kyc/contract/lists';
import { conditionText, rowText } from '@/lib/risk/condition-words';
import { factOf } from '@/lib/risk/facts';
import type { Finding } from '@/lib/risk/finding';
import type { Floor, RiskModel } from '@/lib/risk/model';
import { Fault } from './fault';
import { Findings } from './findings';
import type { ChangeModel, ModelFaults } from './model-actions';

interface FloorsProps {
  model: RiskModel;
  change: ChangeModel;
  faults: ModelFaults;
  findings: readonly Finding[];
}

/** The rules that lift the level whatever the score says. */
export function Floors({ model, change, faults, findings }: FloorsProps) {
  const t = useTranslations('riskModel.floors');
  const kyc = useTranslations('kyc');
  const levels = RISK_LEVELS.map((value) => ({ value, label: kyc(`risk.${value}`) }));
  const edit = (index: number, write: (floor: Floor) => void) =>
    change?.(({ floors }) => {
      const floor = floors[index];
      if (floor) write(floor);
    });
  return (
    <Panel id="floors" title={t('title')} meta={t('meta')} flush>
      <ul className="divide-y divide-line">
        {model.floors.map((floor, index) => (
          <li key={floor.id} className="grid gap-x-4 gap-y-1.5 px-4 py-2.5 md:grid-cols-[9rem_1fr_auto]">
            {change ? (
              <Select
                aria-label={t('levelOf', { number: index + 1 })}
                options={levels}
                value={floor.level}
                onChange={({ target }) =>
                  edit(index, (one) => {
                    one.level = target.value as RiskLevel;
                  })
                }
              />
            ) : (
              <span className="flex items-center gap-1.5">
                <span className="text-ink-soft">{t('atLeast')}</span>
                <RiskBadge level={floor.level} look="plain" />
              </span>
            )}
            <div className="min-w-0">
              {change ? (
                <Textarea
                  rows={1}
                  className="min-h-9!"
                  aria-label={t('explanationOf', { number: index + 1 })}
                  aria-invalid={faults.has(`floors[${index}].explanation`) || undefined}
                  value={floor.explanation}
                  onChange={({ target }) =>
                    edit(index, (one) => {
                      one.explanation = target.value;
                    })
                  }
                />
              ) : (
                <p>{floor.explanation}</p>
              )}
              <Fault text={faults.get(`floors[${index}].explanation`)} />
              <p className="mt-0.5 text-sm text-ink-soft">{whenText(floor, model)}</p>
            </div>
            {change && (
              <IconButton
                icon={<Trash2 />}
                label={t('remove', { number: index + 1 })}
                onClick={() =>
                  change((all) => {
                    all.floors.splice(index, 1);
                  })
                }
              />
            )}
          </li>
        ))}
      </ul>
      <Findings findings={findings} />
    </Panel>
  );

  function whenText({ when }: Floor, { factors, countryLists }: RiskModel): string {
    const nameOf = (id: string) => factors.find((factor) => factor.id === id)?.name ?? id;
    switch (when.kind) {
      case 'row': {
        const rows = factors.find(({ id }) => id === when.factor)?.table.rows ?? [];
        const named = rows.filter(({ id }) => when.rows.includes(id));
        const told = named.map(({ conditions }) => rowText(conditions, countryLists)).join(' · ');
        return t('whenRow', { rows: told || nameOf(when.factor) });
      }
      case 'factor':
        return t('whenFactor', { factor: nameOf(when.factor), score: when.atLeast });
      case 'several':
        return t('whenSeveral', { count: when.count, score: when.atLeast });
      case 'fact':
        return t('whenFact', {
          fact: factOf(when.fact).label,
          condition: conditionText(when.fact, when.condition, countryLists),
        });
    }
  }
}
