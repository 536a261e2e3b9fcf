'use client';

import { useTranslations } from 'next-intl';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { USER_TYPES } from '@/lib/kyc/contract/lists';
import type { Factor, RiskModel } from '@/lib/risk/model';
import { floorsOn } from './floor-writing';

interface RemoveFactorProps {
  model: RiskModel;
  factor: Factor;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before a factor goes, and says what goes with it. */
export function RemoveFactor({ model, factor, onConfirm, onClose }: RemoveFactorProps) {
  const t = useTranslations('riskModel.factor');
  const kinds = useTranslations('riskModel.weights.kinds');
  const common = useTranslations('common');
  const weights = USER_TYPES.flatMap((kind) => {
    const percent = factor.percent[kind];
    return percent === undefined ? [] : [t('weighs', { kind: kinds(kind), percent })];
  });
  const floors = floorsOn(model, factor.id);
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={t('removeTitle', { factor: factor.name })}
      consequence={t('removeConsequence')}
      cancel={common('cancel')}
      confirm={t('removeDone')}
      danger
      onConfirm={() => {
        onClose();
        onConfirm();
      }}
    >
      <ul className="list-disc space-y-1 ps-5">
        <li>{t('takesRows', { count: factor.table.rows.length + (factor.table.otherwise ? 1 : 0) })}</li>
        {weights.length > 0 && <li>{t('takesWeight', { weights: weights.join(', ') })}</li>}
        {floors.map(({ id, number, explanation }) => (
          <li key={id}>{t('takesFloor', { number, explanation })}</li>
        ))}
      </ul>
    </AlertDialog>
  );
}
