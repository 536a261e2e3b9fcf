'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { type FactId, factOf, FACTS, isManyValued } from '@/lib/risk/facts';

interface ColumnChoiceProps {
  facts: readonly FactId[];
  onChange: (facts: FactId[]) => void;
}

/** The facts that a table asks about: its columns. */
export function ColumnChoice({ facts, onChange }: ColumnChoiceProps) {
  const t = useTranslations('riskModel.factor');
  const kinds = useTranslations('riskModel.weights.kinds');
  const hint = (id: FactId) => {
    const [only, ...more] = factOf(id).of;
    const told = [
      ...(only && more.length === 0 ? [t('only', { kind: kinds(only) })] : []),
      ...(isManyValued(id) ? [t('manyValued')] : []),
    ];
    return told.join(' · ') || undefined;
  };
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t('columns')}</legend>
      <div className="max-h-64 overflow-y-auto rounded border border-line px-3 py-1.5">
        {FACTS.map(({ id, label }) => (
          <Checkbox
            key={id}
            label={label}
            hint={hint(id)}
            checked={facts.includes(id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...facts, id] : facts.filter((one) => one !== id))
            }
          />
        ))}
      </div>
      <p className="mt-1 text-sm text-ink-soft">{t('columnsHint')}</p>
    </fieldset>
  );
}
