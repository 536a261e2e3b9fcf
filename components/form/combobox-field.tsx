'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useController } from 'react-hook-form';
import { Combobox } from '@/components/ui/combobox';
import type { ComboboxOption } from '@/components/ui/combobox-options';
import { FieldFrame } from './field-frame';
import { useField } from './use-field';

interface ComboboxFieldProps {
  name: string;
  label: ReactNode;
  options: readonly ComboboxOption[];
  placeholder?: string;
  help?: ReactNode;
  /** What the list says when nothing matches. */
  empty?: string;
}

/** A choice from a long list, found by typing. */
export function ComboboxField({ name, label, options, placeholder, help, empty }: ComboboxFieldProps) {
  const t = useTranslations('common');
  const parts = useField(name, Boolean(help));
  const { field } = useController({ name });
  return (
    <FieldFrame parts={parts} label={label} help={help}>
      <Combobox
        {...parts.control}
        options={options}
        value={typeof field.value === 'string' ? field.value : ''}
        onChange={field.onChange}
        onBlur={field.onBlur}
        inputRef={field.ref}
        labels={{ open: t('openList'), clear: t('clearChoice'), empty: empty ?? t('noMatch') }}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </FieldFrame>
  );
}
