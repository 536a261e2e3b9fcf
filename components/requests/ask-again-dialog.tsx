'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { Form, type FormOutcome } from '@/components/form/form';
import { outcomeOf } from '@/components/form/outcome';
import { SelectField } from '@/components/form/select-field';
import { TextareaField } from '@/components/form/textarea-field';
import { useSchemaForm } from '@/components/form/use-schema-form';
import { AlertDialog } from '@/components/ui/alert-dialog';
import type { Action } from '@/lib/action-result';
import { type AskAgainInput, askAgainInput } from '@/lib/kyc/request-input';
import { REQUEST_REASONS, type RequestReason } from '@/lib/kyc/requests';

const FORM_ID = 'ask-again-form';
const shape = askAgainInput.pick({ reason: true, words: true });

/** What is asked for again: a document or the answer to a question, as the customer calls it. */
export type Asked = { subject: AskAgainInput['subject']; label: string };

export interface AskAgainDialogProps {
  submissionId: string;
  /** Whose draft it is. */
  ownId: string;
  asked: Asked;
  send: Action<AskAgainInput, { requestId: string; mailed: boolean }>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onAsked: (outcome: { mailed: boolean }) => void;
}

/** Asks for something again: a reason, and the words that the customer reads, which start from the reason's. */
export function AskAgainDialog({
  submissionId,
  ownId,
  asked,
  send,
  open,
  onOpenChange,
  onAsked,
}: AskAgainDialogProps) {
  const t = useTranslations('requests');
  const about = 'documentId' in asked.subject ? 'document' : 'answer';
  const wordsOf = (reason: RequestReason) => t(`words.${about}.${reason}`, { what: asked.label });
  const first: RequestReason = about === 'document' ? 'unreadable' : 'incomplete';
  const fieldWords = useMemo(() => ({ words: { tooShort: t('wordsMissing') } }), [t]);
  const form = useSchemaForm({
    schema: shape,
    defaultValues: { reason: first, words: wordsOf(first) },
    words: fieldWords,
    draftKey: `ask:${ownId}:${submissionId}:${Object.values(asked.subject).join()}`,
  });
  const { control, getValues, setValue, formState } = form.methods;
  const reason = useWatch({ control, name: 'reason' });
  const words = useWatch({ control, name: 'words' });
  const offered = useRef(wordsOf(first));

  // Another reason brings its words, unless somebody has written their own.
  const proposal = wordsOf(reason);
  useEffect(() => {
    if (getValues('words') === offered.current) setValue('words', proposal);
    offered.current = proposal;
  }, [proposal, getValues, setValue]);

  async function submit(values: { reason: RequestReason; words: string }): Promise<FormOutcome> {
    const result = await send({ submissionId, subject: asked.subject, ...values });
    if (!result.ok) return outcomeOf(result);
    onAsked(result.data);
    onOpenChange(false);
    return { ok: true };
  }

  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title', { what: asked.label })}
      consequence={t('consequence')}
      cancel={t('cancel')}
      confirm={t('confirm')}
      formId={FORM_ID}
      pending={formState.isSubmitting ? t('asking') : undefined}
    >
      <Form id={FORM_ID} form={form} action={submit} startAt="reason">
        <SelectField
          name="reason"
          label={t('reason')}
          options={REQUEST_REASONS.map((one) => ({ value: one, label: t(`reasons.${one}`) }))}
        />
        <TextareaField name="words" label={t('wordsLabel')} help={t('wordsHelp')} rows={4} />
        <AsTheCustomerReads what={asked.label} words={words} />
      </Form>
    </AlertDialog>
  );
}

/** The request as it stands on the customer's page and in the mail. */
function AsTheCustomerReads({ what, words }: { what: string; words: string }) {
  const t = useTranslations('requests');
  return (
    <figure className="rounded border border-line bg-sunken">
      <figcaption className="eyebrow border-b border-line px-3 py-1.5">{t('preview')}</figcaption>
      <div className="px-3 py-2.5">
        <p className="font-medium">
          <bdi>{what}</bdi>
        </p>
        <p className="break-words whitespace-pre-line">
          <bdi>{words.trim() || t('previewEmpty')}</bdi>
        </p>
      </div>
    </figure>
  );
}
