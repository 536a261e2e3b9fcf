'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/form/field';
import { FormDialog } from '@/components/form/form-dialog';
import { SelectField } from '@/components/form/select-field';
import type { Action } from '@/lib/action-result';
import { type ReasonInput, reasonInput } from '@/lib/kyc/decision-input';
import { REASON_PURPOSES } from '@/lib/kyc/decisions';

interface AddReasonDialogProps {
  open: boolean;
  onClose: () => void;
  add: Action<ReasonInput, { reasonId: string }>;
  onDone: () => Promise<void>;
}

/** Asks for the words of a new reason, and what it is for. */
export function AddReasonDialog({ add, ...dialog }: AddReasonDialogProps) {
  const t = useTranslations('reasons');
  return (
    <FormDialog
      {...dialog}
      title={t('dialog.title')}
      description={t('dialog.description')}
      asks={{ schema: reasonInput, defaultValues: { purpose: 'approve', words: '' } }}
      startAt="words"
      submit={t('dialog.submit')}
      busy={t('dialog.busy')}
      send={add}
      done={() => t('didAdd')}
    >
      <SelectField
        name="purpose"
        label={t('dialog.purpose')}
        options={REASON_PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
      />
      <Field name="words" label={t('dialog.words')} help={t('dialog.wordsHelp')} autoComplete="off" />
    </FormDialog>
  );
}
