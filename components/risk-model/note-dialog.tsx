'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import * as z from 'zod';
import { Form, type FormOutcome } from '@/components/form/form';
import { TextareaField } from '@/components/form/textarea-field';
import { useSchemaForm } from '@/components/form/use-schema-form';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { modelNoteInput } from '@/lib/risk/model-input';

const FORM_ID = 'model-note-form';
const noted = modelNoteInput.pick({ note: true });
const silent = z.object({ note: z.string() });

interface NoteDialogProps {
  title: string;
  consequence: ReactNode;
  confirm: string;
  /** The label of the note; undefined where none is asked for. */
  note?: string;
  busy: string;
  danger?: boolean;
  /** Where the note is kept until it is sent. */
  draftKey: string;
  send: (note: string) => Promise<FormOutcome>;
  onClose: () => void;
}

/** Asks before a version goes its way, for a note where one is needed. */
export function NoteDialog(props: NoteDialogProps) {
  const { title, consequence, confirm, note, busy, danger, draftKey, send, onClose } = props;
  const t = useTranslations('riskModel.actions');
  const common = useTranslations('common');
  const words = useMemo(() => ({ note: { missing: t('noteMissing') } }), [t]);
  const form = useSchemaForm({
    schema: note === undefined ? silent : noted,
    defaultValues: { note: '' },
    words,
    ...(note !== undefined && { draftKey }),
  });
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={title}
      consequence={consequence}
      cancel={common('cancel')}
      confirm={confirm}
      formId={FORM_ID}
      pending={form.methods.formState.isSubmitting ? busy : undefined}
      {...(danger && { danger })}
    >
      <Form id={FORM_ID} form={form} action={(values) => send(values.note)}>
        {note !== undefined && <TextareaField name="note" label={note} rows={3} />}
      </Form>
    </AlertDialog>
  );
}
