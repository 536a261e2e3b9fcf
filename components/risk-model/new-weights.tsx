'use client';

import { useTranslations } from 'next-intl';
import { USER_TYPES } from '@/lib/kyc/contract/lists';
import type { Factor } from '@/lib/risk/model';
import { NumberCell } from './number-cell';

interface NewWeightsProps {
  percent: Factor['percent'];
  onChange: (percent: Factor['percent']) => void;
}

/** How much a new factor counts, by the kind of customer. */
export function NewWeights({ percent, onChange }: NewWeightsProps) {
  const t = useTranslations('riskModel.factor');
  const kinds = useTranslations('riskModel.weights.kinds');
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t('weight')}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {USER_TYPES.map((kind) => (
          <span key={kind} className="flex items-center gap-2">
            <span aria-hidden="true">{kinds(kind)}</span>
            <NumberCell
              label={t('weightFor', { kind: kinds(kind) })}
              value={percent[kind]}
              unit=" %"
              onChange={(value) => {
                const { [kind]: _was, ...others } = percent;
                onChange(value ? { ...others, [kind]: value } : others);
              }}
            />
          </span>
        ))}
      </div>
      <p className="mt-1 text-sm text-ink-soft">{t('weightHint')}</p>
    </fieldset>
  );
}
