'use client';

import { useTranslations } from 'next-intl';
import { Combobox } from '@/components/ui/combobox';
import type { ControlProps } from './types';

/** One of many options. */
export function ChoiceControl({ field, id, value, onChange, aria }: ControlProps<'SingleOptionRadio'>) {
  const t = useTranslations('common');
  return (
    <Combobox
      id={id}
      {...aria}
      options={(field.options ?? []).map((option) => ({ value: option.id, label: option.optionText }))}
      value={value?.optionId ?? ''}
      onChange={(optionId) => onChange(optionId ? { fieldTypeId: 'SingleOptionRadio', optionId } : undefined)}
      labels={{ open: t('openList'), clear: t('clearChoice'), empty: t('noMatch') }}
    />
  );
}
