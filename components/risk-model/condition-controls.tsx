'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/select';
import { COUNTRIES } from '@/lib/format/countries';
import { type Fact, type FactId, factOf } from '@/lib/risk/facts';
import { CONDITIONS_OF, type Condition, type CountryList } from '@/lib/risk/model';
import { type Choice, Choices } from './choices';
import { NumberCell } from './number-cell';

interface ConditionControlsProps {
  factId: FactId;
  condition: Condition | undefined;
  lists: readonly CountryList[];
  /** Whether any value will do as well; undefined is then handed out. */
  mayBeAny?: boolean;
  onChange: (condition: Condition | undefined) => void;
}

/** What is asked of a fact, by controls of the fact's own kind. */
export function ConditionControls({ factId, condition, lists, mayBeAny, onChange }: ConditionControlsProps) {
  const t = useTranslations('riskModel.condition');
  const fact = factOf(factId);
  const kinds = [...(mayBeAny ? (['any'] as const) : []), ...CONDITIONS_OF[fact.kind]];
  return (
    <div className="space-y-3">
      {kinds.length > 1 && (
        <Select
          aria-label={t('kind')}
          options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={condition?.kind ?? 'any'}
          onChange={({ target }) => onChange(blankCondition(target.value))}
        />
      )}
      {condition && <Controls fact={fact} draft={condition} lists={lists} onChange={onChange} />}
    </div>
  );
}

/** The condition that a fact's controls begin with. */
export function firstCondition(id: FactId): Condition | undefined {
  return blankCondition(CONDITIONS_OF[factOf(id).kind][0] ?? 'any');
}

/** Whether a condition names nothing yet. */
export function isBlank(condition: Condition | undefined): boolean {
  switch (condition?.kind) {
    case 'oneOf':
      return condition.values.length === 0;
    case 'onList':
      return condition.lists.length === 0;
    case 'range':
      return condition.from === null && condition.to === null;
    default:
      return false;
  }
}

function blankCondition(kind: string): Condition | undefined {
  switch (kind) {
    case 'oneOf':
      return { kind, values: [] };
    case 'onList':
      return { kind, lists: [] };
    case 'range':
      return { kind, from: null, to: null };
    case 'is':
      return { kind, value: true };
    default:
      return undefined;
  }
}

interface ControlsProps {
  fact: Fact;
  draft: Condition;
  lists: readonly CountryList[];
  onChange: (condition: Condition) => void;
}

function Controls({ fact, draft, lists, onChange }: ControlsProps) {
  const t = useTranslations('riskModel.condition');
  switch (draft.kind) {
    case 'oneOf':
      return (
        <Choices
          label={fact.label}
          options={choicesOf(fact, draft.values)}
          chosen={draft.values}
          onChange={(values) => onChange({ kind: 'oneOf', values })}
        />
      );
    case 'onList':
      return (
        <Choices
          label={t('kinds.onList')}
          options={lists.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={draft.lists}
          onChange={(chosen) => onChange({ kind: 'onList', lists: chosen })}
        />
      );
    case 'range':
      return (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <span>{t('from')}</span>
          <NumberCell
            label={t('from')}
            value={draft.from ?? undefined}
            onChange={(from) => onChange({ ...draft, from: from ?? null })}
          />
          <span>{t('to')}</span>
          <NumberCell
            label={t('to')}
            value={draft.to ?? undefined}
            onChange={(to) => onChange({ ...draft, to: to ?? null })}
          />
          {'unit' in fact && <span className="text-ink-soft">{fact.unit}</span>}
        </div>
      );
    case 'is':
      return (
        <Select
          aria-label={fact.label}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
          value={draft.value ? 'yes' : 'no'}
          onChange={({ target }) => onChange({ kind: 'is', value: target.value === 'yes' })}
        />
      );
  }
}

/** The values that a fact may have, those of forms of one's own that are chosen already among them. */
function choicesOf(fact: Fact, chosen: readonly string[]): Choice[] {
  const known =
    fact.kind === 'countries'
      ? COUNTRIES.map(({ code, name }) => ({ value: code, label: name }))
      : 'options' in fact
        ? [...fact.options]
        : [];
  const others = chosen.filter((value) => !known.some((one) => one.value === value));
  return [...known, ...others.map((value) => ({ value, label: value }))];
}
