'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/form/field';
import { Form } from '@/components/form/form';
import { outcomeOf } from '@/components/form/outcome';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { useSchemaForm } from '@/components/form/use-schema-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import type { Action } from '@/lib/action-result';
import { type ReasonInput, reasonInput } from '@/lib/kyc/decision-input';
import { REASON_PURPOSES } from '@/lib/kyc/decisions';

interface AddReasonDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  add: Action<ReasonInput, { reasonId: string }>;
  onDone: () => Promise<void>;
}

/** Asks for the words of a new reason, and what it is for. */
export function AddReasonDialog({ open, onOpenChange, ...rest }: AddReasonDialogProps) {
  const t = useTranslations('reasons.dialog');
  const common = useTranslations('common');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title')}
      description={t('description')}
      closeLabel={common('close')}
    >
      <AddReasonForm {...rest} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

function AddReasonForm({
  add,
  onDone,
  onClose,
}: Pick<AddReasonDialogProps, 'add' | 'onDone'> & { onClose: () => void }) {
  const t = useTranslations('reasons');
  const common = useTranslations('common');
  const toast = useToast();
  const form = useSchemaForm({ schema: reasonInput, defaultValues: { purpose: 'approve', words: '' } });
  return (
    <Form
      form={form}
      startAt="words"
      action={async (values) => {
        const result = await add(values);
        if (result.ok) {
          onClose();
          toast({ title: t('didAdd') });
          await onDone();
        }
        return outcomeOf(result);
      }}
    >
      <SelectField
        name="purpose"
        label={t('dialog.purpose')}
        options={REASON_PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
      />
      <Field name="words" label={t('dialog.words')} help={t('dialog.wordsHelp')} autoComplete="off" />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <SubmitButton busy={t('dialog.busy')}>{t('dialog.submit')}</SubmitButton>
      </div>
    </Form>
  );
}
