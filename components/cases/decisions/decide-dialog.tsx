'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { Form, type FormOutcome } from '@/components/form/form';
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
import { UntilField } from './until-field';
import { useRefused } from './use-refused';

const FORM_ID = 'decide-form';

/** The level in force, and the one that the model found. */
export type Levels = { current: string | null; calculated: string | null };

export interface DecideDialogProps {
  kind: DecisionKind;
  view: ComplianceView;
  /** The version of the profile that the person sees. */
  seenVersion: number;
  levels: Levels;
  today: string;
  /** Whose draft it is. */
  ownId: string;
  send: Action<DecideInput, Decided>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The case is no longer as it was seen. */
  onBehind: () => void;
  onDone: (kind: DecisionKind, decided: Decided, level: RiskLevel | undefined) => Promise<void>;
}

/** Decides: a reason of the library, a note, for a level the level and its last day; and what will happen, before it does. */
export function DecideDialog(props: DecideDialogProps) {
  const { kind, view, seenVersion, levels, today, ownId, send, open, onOpenChange, onDone } = props;
  const t = useTranslations('decisions.dialog');
  const reasons = view.reasons.filter(({ purpose }) => purpose === kind);
  const schema = useMemo(() => decisionForm(kind, reasons.length > 0), [kind, reasons.length]);
  const words = useMemo(
    () => ({
      riskLevelId: { chooseOne: t('levelMissing') },
      validUntil: { missing: t('untilMissing') },
      reasonId: { missing: t('reasonMissing') },
    }),
    [t],
  );
  const refused = useRefused(props.onBehind);
  const form = useSchemaForm({
    schema,
    defaultValues: { reasonId: '', note: '', ...(kind === 'changeLevel' && { validUntil: '' }) },
    words,
    draftKey: `decide:${ownId}:${view.submissionId}:${kind}`,
  });
  const chosen = useWatch({ control: form.methods.control, name: 'riskLevelId' });
  const until = useWatch({ control: form.methods.control, name: 'validUntil' });
  const second = needsSecond(view, kind, chosen, until);

  async function submit({ reasonId, ...rest }: DecisionFilled): Promise<FormOutcome> {
    const { submissionId } = view;
    const result = await send({ ...rest, ...(reasonId && { reasonId }), submissionId, kind, seenVersion });
    if (!result.ok) return refused(result);
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
        {kind === 'changeLevel' && <LevelFields {...{ view, levels, today, until }} />}
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
  today,
  until,
}: Pick<DecideDialogProps, 'view' | 'levels' | 'today'> & { until: string | undefined }) {
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
      <UntilField today={today} latest={view.overrideUntil} />
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
