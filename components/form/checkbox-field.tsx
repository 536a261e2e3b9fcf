'use client';

import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { Checkbox } from '@/components/ui/checkbox';
import { FieldNotes } from './field-frame';
import { useField } from './use-field';

interface CheckboxFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** A yes or no. */
export function CheckboxField({ name, label, hint }: CheckboxFieldProps) {
  const parts = useField(name, false);
  const { register } = useFormContext();
  return (
    <div>
      <Checkbox
        {...parts.control}
        {...register(name)}
        label={<span id={`${parts.id}-label`}>{label}</span>}
        hint={hint}
      />
      <FieldNotes parts={parts} />
    </div>
  );
}
