'use client';

import { unstable_rethrow } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type FieldPath, FormProvider } from 'react-hook-form';
import type { z } from 'zod';
import { useReady } from '@/components/ui/use-ready';
import { DraftNotice } from './draft-notice';
import { ErrorSummary, type WayOut } from './error-summary';
import { FormContext } from './form-context';
import type { FormSchema } from './resolver';
import type { SchemaForm } from './use-schema-form';

/** What became of a submit: done, or not done with words for the form and for its fields (dotted path → message). */
export type FormOutcome =
  | { ok: true }
  | ({
      ok: false;
      message?: string | undefined;
      fields?: Readonly<Record<string, string>> | undefined;
    } & WayOut);

interface FormProps<S extends FormSchema> {
  form: SchemaForm<S>;
  /** Sends the checked values, usually by a server action, and says what became of it. */
  action: (values: z.output<S>) => Promise<FormOutcome>;
  children: ReactNode;
  /** The field to begin at, once the form is ready. */
  startAt?: FieldPath<z.input<S>>;
  /** For a submit button that stands outside, in a dialog's foot. */
  id?: string;
  className?: string;
}

/**
 * The form element: checks by the schema, sends, merges the server's answer into the fields, and focuses a summary that
 * links to what is wrong. It takes no input before the page's script has arrived, because such input would be lost; and
 * it posts, so that not even then what was typed could reach a URL.
 */
export function Form<S extends FormSchema>({ form, action, children, startAt, id, className }: FormProps<S>) {
  const t = useTranslations('form');
  const ownId = useId();
  const formId = id ?? ownId;
  const summary = useRef<HTMLDivElement>(null);
  const failed = useRef(false);
  const ready = useReady();
  const { methods, draft, schema, strictness } = form;
  const [failures, setFailures] = useState(0);
  const [wayOut, setWayOut] = useState<WayOut>({});
  const { setError, setFocus, handleSubmit, formState } = methods;

  useEffect(() => {
    if (ready && startAt) setFocus(startAt);
  }, [ready, startAt, setFocus]);

  useEffect(() => {
    if (failures > 0) summary.current?.focus();
  }, [failures]);

  async function send(values: z.output<S>) {
    let outcome: FormOutcome;
    try {
      outcome = await action(values);
    } catch (error) {
      unstable_rethrow(error);
      outcome = { ok: false, message: t('notReached') };
    }
    if (outcome.ok) {
      draft.clear();
      strictness.set(false);
      return;
    }
    failed.current = true;
    setWayOut({ signsIn: outcome.signsIn, reference: outcome.reference });
    for (const [path, message] of Object.entries(outcome.fields ?? {})) {
      setError(path as FieldPath<z.input<S>>, { type: 'server', message });
    }
    if (outcome.message) setError('root', { type: 'server', message: outcome.message });
  }

  // The errors are in the form's state only when `handleSubmit` has ended, and the summary needs them to show.
  async function submit(event: FormEvent) {
    strictness.set(true);
    failed.current = false;
    setWayOut({});
    await handleSubmit(send, () => {
      failed.current = true;
    })(event);
    if (failed.current) setFailures((count) => count + 1);
  }

  return (
    <FormProvider {...methods}>
      <FormContext value={{ formId, schema, busy: formState.isSubmitting }}>
        <form
          id={formId}
          method="post"
          noValidate
          onSubmit={(event) => void submit(event)}
          className={className}
        >
          <fieldset disabled={!ready} className="min-w-0 space-y-5">
            <ErrorSummary formId={formId} shown={failures > 0} wayOut={wayOut} ref={summary} />
            <DraftNotice draft={draft} />
            {children}
          </fieldset>
        </form>
      </FormContext>
    </FormProvider>
  );
}
