'use client';

import type { ComponentProps, ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { Textarea } from '@/components/ui/textarea';
import { CharacterCount } from './character-count';
import { FieldFrame } from './field-frame';
import { useField } from './use-field';

interface TextareaFieldProps
  extends Omit<ComponentProps<'textarea'>, 'name' | 'id' | 'defaultValue' | 'value'> {
  name: string;
  label: ReactNode;
  help?: ReactNode;
}

/** A field of several lines: a reason, a note. */
export function TextareaField({ name, label, help, ...rest }: TextareaFieldProps) {
  const parts = useField(name, Boolean(help));
  const { register } = useFormContext();
  const { maxLength } = parts.limits;
  return (
    <FieldFrame
      parts={parts}
      label={label}
      help={help}
      aside={maxLength !== undefined && <CharacterCount name={name} limit={maxLength} />}
    >
      <Textarea {...rest} {...parts.control} {...register(name)} />
    </FieldFrame>
  );
}
