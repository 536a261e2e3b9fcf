'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FieldParts } from './use-field';

interface FieldFrameProps {
  parts: FieldParts;
  label: ReactNode;
  help?: ReactNode;
  children: ReactNode;
  /** A count or a hint at the end of the label's line. */
  aside?: ReactNode;
}

/** Label above, control, error and help below. */
export function FieldFrame({ parts, label, help, children, aside }: FieldFrameProps) {
  return (
    <div className="space-y-1.5">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={parts.id} className="inline-flex items-baseline gap-x-0.5 font-medium">
          <span id={`${parts.id}-label`}>{label}</span>
          <FieldMark required={parts.limits.required} />
        </label>
        {aside}
      </div>
      {children}
      <FieldNotes parts={parts} help={help} />
    </div>
  );
}

/** Marks a field as required or optional; `aria-required` says the first aloud. */
export function FieldMark({ required }: { required: boolean }) {
  const t = useTranslations('form');
  if (!required) return <span className="ms-1.5 text-sm font-normal text-ink-soft">{t('optional')}</span>;
  return (
    <span aria-hidden="true" title={t('required')} className="text-critical-fg">
      *
    </span>
  );
}

interface FieldNotesProps {
  parts: Pick<FieldParts, 'error' | 'errorId' | 'helpId'>;
  help?: ReactNode;
}

/** The error and the help of a field. */
export function FieldNotes({ parts, help }: FieldNotesProps) {
  return (
    <>
      {parts.error !== undefined && (
        <p id={parts.errorId} className="flex items-start gap-1.5 text-sm font-medium text-critical-fg">
          <svg viewBox="0 0 10 10" aria-hidden="true" className="mt-1 size-2.5 shrink-0 fill-critical-solid">
            <path d="M5 .7 9.6 9.1H.4Z" />
          </svg>
          {parts.error}
        </p>
      )}
      {help && (
        <p id={parts.helpId} className="text-sm text-ink-soft">
          {help}
        </p>
      )}
    </>
  );
}
