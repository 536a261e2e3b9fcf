'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { type FactId, factOf } from '@/lib/risk/facts';
import type { Condition, CountryList } from '@/lib/risk/model';
import { ConditionControls, isBlank } from './condition-controls';

interface ConditionDialogProps {
  factId: FactId;
  /** The row, for the title. */
  row: string;
  condition: Condition | undefined;
  lists: readonly CountryList[];
  /** Undefined = any value. */
  onDone: (condition: Condition | undefined) => void;
  onClose: () => void;
}

/** Edits what a cell asks of a fact, by controls of the fact's own kind. */
export function ConditionDialog({ factId, row, condition, lists, onDone, onClose }: ConditionDialogProps) {
  const t = useTranslations('riskModel.condition');
  const common = useTranslations('common');
  const [draft, setDraft] = useState(condition);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title', { fact: factOf(factId).label })}
      description={t('description', { row })}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            unavailable={isBlank(draft) ? t('empty') : undefined}
            onClick={() => {
              onDone(draft);
              onClose();
            }}
          >
            {t('done')}
          </Button>
        </>
      }
    >
      <ConditionControls factId={factId} condition={draft} lists={lists} mayBeAny onChange={setDraft} />
    </Dialog>
  );
}
