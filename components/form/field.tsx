'use client';

import type { ComponentProps, ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { Input } from '@/components/ui/input';
import { CharacterCount } from './character-count';
import { FieldFrame } from './field-frame';
import type { FieldLimits } from './limits';
import { useField } from './use-field';

interface FieldProps
  extends Omit<ComponentProps<typeof Input>, 'name' | 'id' | 'defaultValue' | 'value' | 'required'> {
  name: string;
  label: ReactNode;
  help?: ReactNode;
}

const inputTypes: Record<NonNullable<FieldLimits['format']>, string> = {
  email: 'email',
  url: 'url',
  date: 'date',
  number: 'text',
};

/** A one-line text field of the form around; its type, mark and limit come from the schema. */
export function Field({ name, label, help, type, onBlur, onChange, ...input }: FieldProps) {
  const parts = useField(name, Boolean(help));
  const { format, maxLength } = parts.limits;
  const { register } = useFormContext();
  const registered = register(name, format === 'number' ? { setValueAs: asNumber } : {});
  return (
    <FieldFrame
      parts={parts}
      label={label}
      help={help}
      aside={
        maxLength !== undefined && type !== 'password' && <CharacterCount name={name} limit={maxLength} />
      }
    >
      <Input
        inputMode={format === 'number' ? 'decimal' : undefined}
        {...input}
        {...parts.control}
        {...registered}
        type={type ?? (format ? inputTypes[format] : 'text')}
        onBlur={(event) => {
          onBlur?.(event);
          void registered.onBlur(event);
        }}
        onChange={(event) => {
          onChange?.(event);
          void registered.onChange(event);
        }}
      />
    </FieldFrame>
  );
}

/** A typed number, or the text as it stands where it is none, so that the schema can refuse it and nothing is lost. */
function asNumber(text: unknown): unknown {
  if (typeof text !== 'string' || text.trim() === '') return text === '' ? undefined : text;
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
}
