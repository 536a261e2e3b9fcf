'use client';

import type { ReactNode } from 'react';
import { FieldNotes } from '@/components/form/field-frame';
import { partId } from '@/lib/kyc/capture-draft';
import type { ControlAria } from './types';

interface PartProps {
  fieldId: string;
  /** Where the part stands in the value: `city`, `people[0].fullName`. */
  path: string;
  label: ReactNode;
  required?: boolean;
  help?: ReactNode;
  problem: string | undefined;
  className?: string;
  children: (control: ControlAria & { id: string }) => ReactNode;
}

/** One box of a field that has several: its own label, help and problem. */
export function Part({
  fieldId,
  path,
  label,
  required = false,
  help,
  problem,
  className,
  children,
}: PartProps) {
  const id = partId(fieldId, path);
  const errorId = `${id}-error`;
  const helpId = `${id}-help`;
  const described = [problem !== undefined && errorId, help && helpId].filter(Boolean).join(' ');
  return (
    <div className={className ?? 'space-y-1'}>
      <label htmlFor={id} className="block text-sm text-ink-soft">
        {label}
      </label>
      {children({
        id,
        'aria-invalid': problem === undefined ? undefined : true,
        'aria-required': required || undefined,
        'aria-describedby': described || undefined,
      })}
      <FieldNotes parts={{ error: problem, errorId, helpId }} help={help} />
    </div>
  );
}
