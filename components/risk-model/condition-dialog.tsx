'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { COUNTRIES } from '@/lib/format/countries';
import { type Fact, type FactId, factOf } from '@/lib/risk/facts';
import { CONDITIONS_OF, type Condition, type CountryList } from '@/lib/risk/model';
import { NumberCell } from './number-cell';

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
  const fact = factOf(factId);
  const [draft, setDraft] = useState(condition);
  const kinds = ['any', ...CONDITIONS_OF[fact.kind]] as const;
  const isEmpty =
    (draft?.kind === 'oneOf' && draft.values.length === 0) ||
    (draft?.kind === 'onList' && draft.lists.length === 0) ||
    (draft?.kind === 'range' && draft.from === null && draft.to === null);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title', { fact: fact.label })}
      description={t('description', { row })}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            unavailable={isEmpty ? t('empty') : undefined}
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
      <div className="space-y-3">
        <Select
          aria-label={t('kind')}
          options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={draft?.kind ?? 'any'}
          onChange={({ target }) => setDraft(blank(target.value))}
        />
        {draft && <Controls fact={fact} draft={draft} lists={lists} onChange={setDraft} />}
      </div>
    </Dialog>
  );
}

function blank(kind: string): Condition | undefined {
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

type Choice = { value: string; label: string };

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

interface ChoicesProps {
  label: string;
  options: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

function Choices({ label, options, chosen, onChange }: ChoicesProps) {
  return (
    <fieldset className="max-h-80 overflow-y-auto rounded border border-line px-3 py-1.5">
      <legend className="sr-only">{label}</legend>
      {options.map(({ value, label: words }) => (
        <Checkbox
          key={value}
          label={words}
          checked={chosen.includes(value)}
          onChange={({ target }) =>
            onChange(
              options.flatMap((one) =>
                (one.value === value ? target.checked : chosen.includes(one.value)) ? [one.value] : [],
              ),
            )
          }
        />
      ))}
    </fieldset>
  );
}
