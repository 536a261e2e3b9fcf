'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Form, type FormOutcome } from '@/components/form/form';
import { TextareaField } from '@/components/form/textarea-field';
import { useSchemaForm } from '@/components/form/use-schema-form';
import { AlertDialog } from '@/components/ui/alert-dialog';
import type { Action, ActionRefusal } from '@/lib/action-result';
import { PASSWORD_LINK_MINUTES, type PasswordLinkSent } from '@/lib/kyc/password-link';
import { type PasswordLinkInput, passwordLinkInput } from '@/lib/kyc/password-link-input';

const FORM_ID = 'password-link-form';
const reasonOnly = passwordLinkInput.pick({ reason: true });

export interface PasswordLinkDialogProps {
  submissionId: string;
  /** The key under which a repeat sends no second link. */
  attempt: string;
  send: Action<PasswordLinkInput, PasswordLinkSent>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSent: (sent: PasswordLinkSent) => void;
}

/** Says what will happen, asks why, and sends. */
export function PasswordLinkDialog(props: PasswordLinkDialogProps) {
  const { submissionId, attempt, send, open, onOpenChange, onSent } = props;
  const t = useTranslations('profile.passwordLink');
  const words = useMemo(() => ({ reason: { tooShort: t('reasonShort') } }), [t]);
  const form = useSchemaForm({ schema: reasonOnly, defaultValues: { reason: '' }, words });
  const busy = form.methods.formState.isSubmitting;

  async function submit({ reason }: { reason: string }): Promise<FormOutcome> {
    const result = await send({ submissionId, reason, attempt });
    if (!result.ok) return { ok: false, message: refusalWords(result) };
    onSent(result.data);
    onOpenChange(false);
    return { ok: true };
  }

  function refusalWords({ code, outcomeUnknown, retryAfter, messages }: ActionRefusal): string {
    if (outcomeUnknown) return t('unknown');
    if (code === 401) return t('session');
    if (code === 429) return t('tooMany', { seconds: retryAfter ?? 60 });
    return messages.join(' ');
  }

  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title')}
      consequence={t('consequence', { minutes: PASSWORD_LINK_MINUTES })}
      cancel={t('cancel')}
      confirm={t('confirm')}
      formId={FORM_ID}
      pending={busy ? t('sending') : undefined}
    >
      <Form id={FORM_ID} form={form} action={submit} startAt="reason">
        <TextareaField name="reason" label={t('reason')} help={t('reasonHelp')} rows={3} />
      </Form>
    </AlertDialog>
  );
}
