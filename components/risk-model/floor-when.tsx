'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/select';
import { type FactId, FACTS } from '@/lib/risk/facts';
import type { Floor, RiskModel } from '@/lib/risk/model';
import { Choices } from './choices';
import { ConditionControls, firstCondition } from './condition-controls';
import { useRowWords } from './floor-words';
import { rowIdsOf } from './floor-writing';
import { Labelled } from './labelled';
import { NumberCell } from './number-cell';

type When = Floor['when'];

const KINDS = ['fact', 'row', 'factor', 'several'] as const;

/** What a rule's condition of a kind begins with. */
export function firstWhen(kind: When['kind'], { factors }: RiskModel): When {
  const factor = factors[0]?.id ?? '';
  switch (kind) {
    case 'row':
      return { kind, factor, rows: [] };
    case 'factor':
      return { kind, factor, atLeast: 70 };
    case 'several':
      return { kind, count: 2, atLeast: 70 };
    case 'fact':
      return aboutFact(FACTS[0].id);
  }
}

function aboutFact(fact: FactId): When {
  return { kind: 'fact', fact, condition: firstCondition(fact) ?? { kind: 'is', value: true } };
}

interface FloorWhenProps {
  model: RiskModel;
  when: When;
  onChange: (when: When) => void;
}

/** When a rule applies: where a fact is so, a row matches, or factors score so much. */
export function FloorWhen({ model, when, onChange }: FloorWhenProps) {
  const t = useTranslations('riskModel.floors');
  return (
    <fieldset className="space-y-3">
      <legend className="mb-1 font-medium">{t('when')}</legend>
      <Select
        aria-label={t('when')}
        options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={when.kind}
        onChange={({ target }) => onChange(firstWhen(target.value as When['kind'], model))}
      />
      <Details model={model} when={when} onChange={onChange} />
    </fieldset>
  );
}

function Details({ model, when, onChange }: FloorWhenProps) {
  const t = useTranslations('riskModel.floors');
  const rowWords = useRowWords();
  const factorChoice = (chosen: string, choose: (id: string) => void) => (
    <Labelled label={t('factor')}>
      {(id) => (
        <Select
          id={id}
          options={model.factors.map((factor) => ({ value: factor.id, label: factor.name }))}
          value={chosen}
          onChange={({ target }) => choose(target.value)}
        />
      )}
    </Labelled>
  );
  const leastScore = (value: number, choose: (score: number) => void) => (
    <span className="flex items-center gap-2">
      <span aria-hidden="true">{t('scoresAtLeast')}</span>
      <NumberCell label={t('scoresAtLeast')} value={value} onChange={(score) => choose(score ?? 0)} />
    </span>
  );
  switch (when.kind) {
    case 'fact':
      return (
        <>
          <Labelled label={t('fact')}>
            {(id) => (
              <Select
                id={id}
                options={FACTS.map((fact) => ({ value: fact.id, label: fact.label }))}
                value={when.fact}
                onChange={({ target }) => onChange(aboutFact(target.value as FactId))}
              />
            )}
          </Labelled>
          <ConditionControls
            factId={when.fact}
            condition={when.condition}
            lists={model.countryLists}
            onChange={(condition) => condition && onChange({ ...when, condition })}
          />
        </>
      );
    case 'row': {
      const factor = model.factors.find(({ id }) => id === when.factor);
      return (
        <>
          {factorChoice(when.factor, (id) => onChange({ kind: 'row', factor: id, rows: [] }))}
          {factor && (
            <Choices
              label={t('rows')}
              options={rowIdsOf(factor).map((id) => ({
                value: id,
                label: rowWords(factor, id, model.countryLists),
              }))}
              chosen={when.rows}
              onChange={(rows) => onChange({ ...when, rows })}
            />
          )}
        </>
      );
    }
    case 'factor':
      return (
        <>
          {factorChoice(when.factor, (factor) => onChange({ ...when, factor }))}
          {leastScore(when.atLeast, (atLeast) => onChange({ ...when, atLeast }))}
        </>
      );
    case 'several':
      return (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="flex items-center gap-2">
            <span aria-hidden="true">{t('howMany')}</span>
            <NumberCell
              label={t('howMany')}
              value={when.count}
              onChange={(count) => onChange({ ...when, count: count ?? 0 })}
            />
          </span>
          {leastScore(when.atLeast, (atLeast) => onChange({ ...when, atLeast }))}
        </div>
      );
  }
}
