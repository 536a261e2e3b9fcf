'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { Field } from '@/components/form/field';
import { Form, type FormOutcome } from '@/components/form/form';
import { outcomeOf } from '@/components/form/outcome';
import { RadioCardsField } from '@/components/form/radio-cards-field';
import { SelectField } from '@/components/form/select-field';
import { TextareaField } from '@/components/form/textarea-field';
import { useSchemaForm } from '@/components/form/use-schema-form';
import { AlertDialog } from '@/components/ui/alert-dialog';
import type { Action } from '@/lib/action-result';
import type { Decided } from '@/lib/kyc/cases';
import { RISK_LEVELS, type RiskLevel } from '@/lib/kyc/contract/lists';
import { type DecisionFilled, decisionForm } from '@/lib/kyc/decision-form';
import type { DecideInput } from '@/lib/kyc/decision-input';
import type { DecisionKind } from '@/lib/kyc/decisions';
import { levelNeedsSecond } from '@/lib/kyc/four-eyes';
import type { ComplianceView } from './case-bar';

const FORM_ID = 'decide-form';

/** The level in force, and the one that the model found. */
export type Levels = { current: string | null; calculated: string | null };

export interface DecideDialogProps {
  kind: DecisionKind;
  view: ComplianceView;
  /** The version of the profile that the person sees. */
  seenVersion: number;
  levels: Levels;
  send: Action<DecideInput, Decided>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDone: (kind: DecisionKind, decided: Decided, level: RiskLevel | undefined) => Promise<void>;
}

/** Decides: a reason of the library, a note, for a level the level and its last day; and what will happen, before it does. */
export function DecideDialog(props: DecideDialogProps) {
  const { kind, view, seenVersion, levels, send, open, onOpenChange, onDone } = props;
  const t = useTranslations('decisions.dialog');
  const reasons = view.reasons.filter(({ purpose }) => purpose === kind);
  const schema = useMemo(() => decisionForm(kind, reasons.length > 0), [kind, reasons.length]);
  const form = useSchemaForm({
    schema,
    defaultValues: {
      reasonId: '',
      note: '',
      ...(kind === 'changeLevel' && { validUntil: view.overrideUntil }),
    },
    words: { riskLevelId: { chooseOne: t('levelMissing') }, reasonId: { missing: t('reasonMissing') } },
  });
  const chosen = useWatch({ control: form.methods.control, name: 'riskLevelId' });
  const until = useWatch({ control: form.methods.control, name: 'validUntil' });
  const second = needsSecond(view, kind, chosen, until);

  async function submit({ reasonId, ...rest }: DecisionFilled): Promise<FormOutcome> {
    const { submissionId } = view;
    const result = await send({ ...rest, ...(reasonId && { reasonId }), submissionId, kind, seenVersion });
    if (!result.ok) return outcomeOf(result);
    await onDone(kind, result.data, rest.riskLevelId);
    return { ok: true };
  }

  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(`title.${kind}`)}
      consequence={
        second
          ? t('second', { cause: t(`cause.${causeOf(kind, levels)}`) })
          : t(`consequence.${kind === 'changeLevel' && !chosen ? 'chooseLevel' : kind}`)
      }
      cancel={t('cancel')}
      confirm={t(second ? `propose.${kind}` : `confirm.${kind}`)}
      danger={kind === 'reject' && !second}
      formId={FORM_ID}
      pending={form.methods.formState.isSubmitting ? t('sending') : undefined}
    >
      <Form id={FORM_ID} form={form} action={submit}>
        {kind === 'changeLevel' && <LevelFields view={view} levels={levels} until={until} />}
        {reasons.length > 0 && (
          <SelectField
            name="reasonId"
            label={t('reason')}
            placeholder={t('reasonChoose')}
            options={reasons.map(({ id, words }) => ({ value: id, label: words }))}
          />
        )}
        <TextareaField name="note" label={t('note')} help={t(`noteHelp.${kind}`)} rows={3} />
      </Form>
    </AlertDialog>
  );
}

/** The level to set and its last day; each level says what it would take. */
function LevelFields({
  view,
  levels,
  until,
}: Pick<DecideDialogProps, 'view' | 'levels'> & { until: string | undefined }) {
  const t = useTranslations('decisions.dialog');
  const kyc = useTranslations('kyc');
  return (
    <>
      <RadioCardsField
        name="riskLevelId"
        label={t('level')}
        cards={RISK_LEVELS.map((level) => ({
          value: level,
          label: kyc(`risk.${level}`),
          hint: [
            level === levels.current && t('levelCurrent'),
            level === levels.calculated && t('levelCalculated'),
            needsSecond(view, 'changeLevel', level, until) && t('levelSecond'),
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
      <Field name="validUntil" label={t('until')} help={t('untilHelp')} max={view.overrideUntil} />
    </>
  );
}

/** Whether it would wait for a second person. */
function needsSecond(
  { rights }: ComplianceView,
  kind: DecisionKind,
  level: RiskLevel | undefined,
  until: string | undefined,
): boolean {
  const right = rights?.[kind];
  if (!right?.allowed) return false;
  if (!('raisedUntil' in right)) return right.second;
  return level !== undefined && levelNeedsSecond(right, level, until || undefined);
}

function causeOf(kind: DecisionKind, { current }: Levels): 'high' | 'pep' | 'lowered' {
  if (kind === 'changeLevel') return 'lowered';
  return current === 'High' ? 'high' : 'pep';
}
