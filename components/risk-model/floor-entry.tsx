'use client';

import { Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { RiskBadge } from '@/components/kyc/risk-badge';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { RISK_LEVELS, type RiskLevel } from '@/lib/kyc/contract/lists';
import type { Floor, RiskModel } from '@/lib/risk/model';
import { Fault } from './fault';
import { faultBelow } from './first-fault';
import { useWhenText } from './floor-words';
import type { ChangeModel, ModelFaults } from './model-actions';

interface FloorEntryProps {
  model: RiskModel;
  floor: Floor;
  index: number;
  change: ChangeModel;
  faults: ModelFaults;
  onEdit: () => void;
  onRemove: () => void;
}

/** One rule: the level, why, and when. Level and words are edited in place, when it applies in a dialog. */
export function FloorEntry({ model, floor, index, change, faults, onEdit, onRemove }: FloorEntryProps) {
  const t = useTranslations('riskModel.floors');
  const kyc = useTranslations('kyc');
  const whenText = useWhenText();
  const number = index + 1;
  const edit = (write: (floor: Floor) => void) =>
    change?.(({ floors }) => {
      const one = floors[index];
      if (one) write(one);
    });
  return (
    <li className="grid gap-x-4 gap-y-1.5 px-4 py-2.5 md:grid-cols-[9rem_1fr_auto]">
      {change ? (
        <Select
          className="self-start"
          aria-label={t('levelOf', { number })}
          options={RISK_LEVELS.map((value) => ({ value, label: kyc(`risk.${value}`) }))}
          value={floor.level}
          onChange={({ target }) =>
            edit((one) => {
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
            aria-label={t('explanationOf', { number })}
            aria-invalid={faults.has(`floors[${index}].explanation`) || undefined}
            value={floor.explanation}
            onChange={({ target }) =>
              edit((one) => {
                one.explanation = target.value;
              })
            }
          />
        ) : (
          <p>{floor.explanation}</p>
        )}
        <Fault text={faults.get(`floors[${index}].explanation`)} />
        <p className="mt-0.5 text-sm text-ink-soft">{whenText(floor, model)}</p>
        <Fault text={faultBelow(faults, `floors[${index}].when`)} />
      </div>
      {change && (
        <span className="flex self-start max-md:justify-end">
          <IconButton icon={<Pencil />} label={t('edit', { number })} onClick={onEdit} />
          <IconButton icon={<Trash2 />} label={t('remove', { number })} onClick={onRemove} />
        </span>
      )}
    </li>
  );
}
