'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FieldPath } from 'react-hook-form';
import type { z } from 'zod';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import type { ActionResult } from '@/lib/action-result';
import { Form } from './form';
import { outcomeOf } from './outcome';
import type { FormSchema } from './resolver';
import { SubmitButton } from './submit-button';
import { type SchemaFormOptions, useSchemaForm } from './use-schema-form';

interface FormDialogProps<S extends FormSchema> {
  open: boolean;
  title: string;
  description: string;
  /** What the form asks for. */
  asks: SchemaFormOptions<S>;
  startAt: FieldPath<z.input<S>>;
  /** The words of the button that sends, and while it does. */
  submit: string;
  busy: string;
  send: (values: z.output<S>) => Promise<ActionResult<unknown>>;
  /** What is said in passing once it is done. */
  done: (values: z.output<S>) => string;
  onClose: () => void;
  onDone: () => Promise<void>;
  children: ReactNode;
}

/** A short form in front of the page: it closes once what it asked for is done, and begins anew when it opens again. */
export function FormDialog<S extends FormSchema>({ open, title, description, ...form }: FormDialogProps<S>) {
  const common = useTranslations('common');
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) form.onClose();
      }}
      title={title}
      description={description}
      closeLabel={common('close')}
    >
      <DialogForm {...form} />
    </Dialog>
  );
}

function DialogForm<S extends FormSchema>({
  asks,
  startAt,
  submit,
  busy,
  send,
  done,
  onClose,
  onDone,
  children,
}: Omit<FormDialogProps<S>, 'open' | 'title' | 'description'>) {
  const common = useTranslations('common');
  const toast = useToast();
  const form = useSchemaForm(asks);
  return (
    <Form
      form={form}
      startAt={startAt}
      action={async (values) => {
        const result = await send(values);
        if (result.ok) {
          onClose();
          toast({ title: done(values) });
          await onDone();
        }
        return outcomeOf(result);
      }}
    >
      {children}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <SubmitButton busy={busy}>{submit}</SubmitButton>
      </div>
    </Form>
  );
}
