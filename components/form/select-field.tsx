'use client';

import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { type Option, Select } from '@/components/ui/select';
import { FieldFrame } from './field-frame';
import { useField } from './use-field';

interface SelectFieldProps {
  name: string;
  label: ReactNode;
  options: readonly Option[];
  placeholder?: string;
  help?: ReactNode;
}

/** A choice from a short list. */
export function SelectField({ name, label, options, placeholder, help }: SelectFieldProps) {
  const parts = useField(name, Boolean(help));
  const { register } = useFormContext();
  return (
    <FieldFrame parts={parts} label={label} help={help}>
      <Select
        {...parts.control}
        {...register(name)}
        options={options}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </FieldFrame>
  );
}
