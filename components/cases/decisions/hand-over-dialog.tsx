'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import * as z from 'zod';
import { Form, type FormOutcome } from '@/components/form/form';
import { SelectField } from '@/components/form/select-field';
import { useSchemaForm } from '@/components/form/use-schema-form';
import { AlertDialog } from '@/components/ui/alert-dialog';
import type { Action } from '@/lib/action-result';
import type { AssignInput } from '@/lib/kyc/decision-input';
import type { ComplianceView } from './case-bar';
import { useRefused } from './use-refused';

const FORM_ID = 'hand-over-form';
/** Stands for nobody in the list, which knows texts only. */
const NOBODY = 'nobody';
const shape = z.object({ to: z.string().min(1) });

export interface HandOverDialogProps {
  view: ComplianceView;
  send: Action<AssignInput, unknown>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The case is no longer as it was seen. */
  onBehind: () => void;
  /** With the name of who has the case now; null = the queue. */
  onDone: (name: string | null) => Promise<void>;
}

/** Gives the case to somebody else, or back to the queue. */
export function HandOverDialog({ view, send, open, onOpenChange, onBehind, onDone }: HandOverDialogProps) {
  const t = useTranslations('decisions.handOver');
  const now = view.case?.assignee?.id;
  const others = view.assignable.filter(({ id }) => id !== now);
  const refused = useRefused(onBehind);
  const form = useSchemaForm({ schema: shape, defaultValues: { to: others[0]?.id ?? NOBODY } });
  const chosen = useWatch({ control: form.methods.control, name: 'to' });

  async function submit({ to }: { to: string }): Promise<FormOutcome> {
    const assigneeId = to === NOBODY ? null : to;
    const result = await send({ submissionId: view.submissionId, assigneeId });
    if (!result.ok) return refused(result);
    await onDone(others.find(({ id }) => id === assigneeId)?.name ?? null);
    return { ok: true };
  }

  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title')}
      consequence={t('consequence')}
      cancel={t('cancel')}
      confirm={t(chosen === NOBODY ? 'confirmNobody' : 'confirm')}
      formId={FORM_ID}
      pending={form.methods.formState.isSubmitting ? t('sending') : undefined}
    >
      <Form id={FORM_ID} form={form} action={submit}>
        <SelectField
          name="to"
          label={t('to')}
          options={[
            ...others.map(({ id, name }) => ({ value: id, label: name })),
            ...(now === undefined && others.length > 0 ? [] : [{ value: NOBODY, label: t('nobody') }]),
          ]}
        />
      </Form>
    </AlertDialog>
  );
}
