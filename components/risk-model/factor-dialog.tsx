'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { FACT_IDS, type FactId } from '@/lib/risk/facts';
import { type Factor, FACTOR_CATEGORIES, HIT_POLICIES } from '@/lib/risk/model';
import { ColumnChoice } from './column-choice';
import { ColumnLoss } from './column-loss';
import { NewWeights } from './new-weights';
import { type FactorShape, factorShape } from './factor-writing';
import { firstFault } from './first-fault';
import { Labelled } from './labelled';
import { OtherwiseBoxes } from './otherwise-boxes';
import { TaskDialog } from './task-dialog';

interface FactorDialogProps {
  /** The factor to shape anew; undefined for a new one. */
  factor?: Factor;
  onDone: (shape: FactorShape, percent: Factor['percent']) => void;
  onClose: () => void;
}

/** Asks what a factor is called, what it asks about, and what counts in every other case; of a new one its weights as well. */
export function FactorDialog({ factor, onDone, onClose }: FactorDialogProps) {
  const t = useTranslations('riskModel.factor');
  const hits = useTranslations('riskModel.table.hit');
  const [percent, setPercent] = useState<Factor['percent']>({});
  const [shape, setShape] = useState<FactorShape>(() => shapeOf(factor));
  const put = (part: Partial<FactorShape>) => setShape({ ...shape, ...part });
  return (
    <TaskDialog
      title={factor ? t('editTitle', { factor: factor.name }) : t('add')}
      description={factor ? undefined : t('addHint')}
      confirm={t(factor ? 'editDone' : 'addDone')}
      unavailable={firstFault(factorShape, { ...shape, percent })}
      onDone={() => onDone(shape, percent)}
      onClose={onClose}
    >
      <Labelled label={t('name')}>
        {(id) => <Input id={id} value={shape.name} onChange={({ target }) => put({ name: target.value })} />}
      </Labelled>
      <Labelled label={t('category')}>
        {(id) => (
          <Select
            id={id}
            options={FACTOR_CATEGORIES.map((value) => ({ value, label: value }))}
            value={shape.category}
            onChange={({ target }) => put({ category: target.value as Factor['category'] })}
          />
        )}
      </Labelled>
      {!factor && <NewWeights percent={percent} onChange={setPercent} />}
      <ColumnChoice facts={shape.facts} onChange={(facts) => put({ facts })} />
      {factor && <ColumnLoss factor={factor} facts={shape.facts} />}
      <Labelled label={t('hitPolicy')}>
        {(id) => (
          <Select
            id={id}
            options={HIT_POLICIES.map((value) => ({ value, label: hits(value) }))}
            value={shape.hitPolicy}
            onChange={({ target }) => put({ hitPolicy: target.value as FactorShape['hitPolicy'] })}
          />
        )}
      </Labelled>
      <div>
        <Checkbox
          label={t('otherwise')}
          hint={t('otherwiseHint')}
          checked={shape.otherwise !== null}
          onChange={({ target }) => put({ otherwise: target.checked ? firstOtherwise(factor) : null })}
        />
        {shape.otherwise && (
          <OtherwiseBoxes otherwise={shape.otherwise} onChange={(otherwise) => put({ otherwise })} />
        )}
      </div>
    </TaskDialog>
  );
}

const NEW: FactorShape = {
  name: '',
  category: FACTOR_CATEGORIES[0],
  facts: [],
  hitPolicy: 'first',
  otherwise: { score: 0, explanation: '' },
};

function shapeOf(factor: Factor | undefined): FactorShape {
  if (!factor) return NEW;
  const { name, category, table } = factor;
  return {
    name,
    category,
    facts: FACT_IDS.filter((id): id is FactId => table.facts.includes(id)),
    hitPolicy: table.hitPolicy,
    otherwise: table.otherwise,
  };
}

function firstOtherwise(factor: Factor | undefined): FactorShape['otherwise'] {
  return factor?.table.otherwise ?? NEW.otherwise;
}
