'use client';

import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/input';
import type { Otherwise } from './factor-writing';
import { NumberCell } from './number-cell';

interface OtherwiseBoxesProps {
  otherwise: Otherwise;
  onChange: (otherwise: Otherwise) => void;
}

/** What counts in every other case, and why. */
export function OtherwiseBoxes({ otherwise, onChange }: OtherwiseBoxesProps) {
  const t = useTranslations('riskModel.factor');
  return (
    <div className="mt-1 flex flex-wrap items-start gap-x-4 gap-y-2 ps-7">
      <span className="flex items-center gap-2">
        <span aria-hidden="true">{t('otherwiseScore')}</span>
        <NumberCell
          label={t('otherwiseScore')}
          value={otherwise.score}
          onChange={(score) => onChange({ ...otherwise, score: score ?? 0 })}
        />
      </span>
      <Input
        className="min-w-40 flex-1"
        aria-label={t('otherwiseWhy')}
        placeholder={t('otherwiseWhy')}
        value={otherwise.explanation}
        onChange={({ target }) => onChange({ ...otherwise, explanation: target.value })}
      />
    </div>
  );
}
