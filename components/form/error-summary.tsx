'use client';

import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { type FieldErrors, useFormContext } from 'react-hook-form';
import { Code } from '@/components/ui/bidi';
import { Notice } from '@/components/ui/notice';
import { paths } from '@/lib/paths';
import { fieldId } from './form-context';

/** Every message of a form, with the dotted path it belongs to. */
export function listErrors(errors: FieldErrors, prefix = ''): { path: string; message: string }[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (!error || typeof error !== 'object') return [];
    const path = prefix ? `${prefix}.${key}` : key;
    if (typeof error.message === 'string' && error.message) return [{ path, message: error.message }];
    const { ref: _ref, type: _type, root: _root, ...nested } = error as Record<string, unknown>;
    return listErrors(nested as FieldErrors, path);
  });
}

/** What helps on after a refusal: signing in again, or a reference to quote. */
export type WayOut = { signsIn?: boolean | undefined; reference?: string | undefined };

interface ErrorSummaryProps {
  formId: string;
  wayOut: WayOut;
  /** Whether a submit has failed. */
  shown: boolean;
  ref: Ref<HTMLDivElement>;
}

/** What is wrong, all in one place; each line leads to its field. Focused when a submit fails. */
export function ErrorSummary({ formId, shown, wayOut, ref }: ErrorSummaryProps) {
  const t = useTranslations('form');
  const { formState } = useFormContext();
  const { root, ...fields } = formState.errors;
  const lines = listErrors(fields);
  const said = root?.message;
  if (!shown || (lines.length === 0 && !said)) return <div ref={ref} tabIndex={-1} className="hidden" />;
  return (
    <div ref={ref} tabIndex={-1} role="group" aria-label={t('notSaved')} className="rounded">
      <Notice
        tone="critical"
        title={lines.length > 0 ? t('summary', { count: lines.length }) : t('notSaved')}
      >
        {said && <p>{said}</p>}
        {wayOut.signsIn && <SignInAgain />}
        {wayOut.reference && (
          <p className="mt-1 text-sm text-ink-soft">
            {t('reference')} <Code>{wayOut.reference}</Code>
          </p>
        )}
        {lines.length > 0 && (
          <ul className="mt-1 space-y-1">
            {lines.map(({ path, message }) => (
              <ErrorLine key={path} id={fieldId(formId, path)} message={message} />
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}

/** Leads to the sign-in beside this page, so that what is filled in here stays as it is. */
export function SignInAgain() {
  const t = useTranslations('form');
  return (
    <p className="mt-1">
      <a href={paths.signIn} target="_blank" rel="noopener" className="underline underline-offset-3">
        {t('signIn')}
      </a>{' '}
      {t('signInThen')}
    </p>
  );
}

function ErrorLine({ id, message }: { id: string; message: string }) {
  const label = useLabel(id);
  return (
    <li>
      <a
        href={`#${id}`}
        className="underline underline-offset-3"
        onClick={(event) => {
          const control = document.getElementById(id);
          if (!control) return;
          event.preventDefault();
          control.focus();
        }}
      >
        {label && `${label}: `}
        {message}
      </a>
    </li>
  );
}

/** The words of the label that stands over a control. */
function useLabel(id: string): string | undefined {
  if (typeof document === 'undefined') return undefined;
  return document.getElementById(`${id}-label`)?.textContent ?? undefined;
}
