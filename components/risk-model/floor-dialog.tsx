'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { RISK_LEVELS, type RiskLevel } from '@/lib/kyc/contract/lists';
import { type Floor, floor as floorSchema, type RiskModel } from '@/lib/risk/model';
import { isBlank } from './condition-controls';
import { firstFault } from './first-fault';
import { FloorWhen, firstWhen } from './floor-when';
import type { FloorWords } from './floor-writing';
import { Labelled } from './labelled';
import { TaskDialog } from './task-dialog';

interface FloorDialogProps {
  model: RiskModel;
  /** The rule to change; undefined for a new one. */
  floor: Floor | undefined;
  onDone: (said: FloorWords) => void;
  onClose: () => void;
}

/** Asks when a rule applies, which level it lifts to, and why. */
export function FloorDialog({ model, floor, onDone, onClose }: FloorDialogProps) {
  const t = useTranslations('riskModel.floors');
  const kyc = useTranslations('kyc');
  const [level, setLevel] = useState<RiskLevel>(floor?.level ?? 'High');
  const [explanation, setExplanation] = useState(floor?.explanation ?? '');
  const [when, setWhen] = useState(floor?.when ?? firstWhen('fact', model));
  const said = { level, explanation, when };
  const number = model.floors.findIndex(({ id }) => id === floor?.id) + 1;
  return (
    <TaskDialog
      title={floor ? t('edit', { number }) : t('addTitle')}
      confirm={t(floor ? 'editDone' : 'addDone')}
      unavailable={
        isEmpty(when) ? t('emptyWhen') : firstFault(floorSchema, { id: floor?.id ?? 'new', ...said })
      }
      onDone={() => onDone(said)}
      onClose={onClose}
    >
      <FloorWhen model={model} when={when} onChange={setWhen} />
      <Labelled label={t('level')}>
        {(id) => (
          <Select
            id={id}
            options={RISK_LEVELS.map((value) => ({ value, label: kyc(`risk.${value}`) }))}
            value={level}
            onChange={({ target }) => setLevel(target.value as RiskLevel)}
          />
        )}
      </Labelled>
      <Labelled label={t('explanation')}>
        {(id) => (
          <Textarea
            id={id}
            rows={2}
            value={explanation}
            onChange={({ target }) => setExplanation(target.value)}
          />
        )}
      </Labelled>
    </TaskDialog>
  );
}

function isEmpty(when: Floor['when']): boolean {
  if (when.kind === 'fact') return isBlank(when.condition);
  return when.kind === 'row' && when.rows.length === 0;
}
