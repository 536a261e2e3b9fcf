'use client';

import { useTranslations } from 'next-intl';
import { Combobox } from '@/components/ui/combobox';
import { COUNTRIES } from '@/lib/format/countries';
import type { ControlAria } from './types';

interface CountryBoxProps extends Partial<ControlAria> {
  id: string;
  /** ISO 3166-1 alpha-2; empty for none. */
  value: string;
  onChange: (code: string) => void;
  autoComplete?: string;
  'aria-label'?: string | undefined;
}

const options = COUNTRIES.map(({ code, name, otherNames }) => ({
  value: code,
  label: name,
  ...(otherNames.length > 0 ? { hint: otherNames.join(' · ') } : {}),
}));

/** A country, found by any of its names. */
export function CountryBox(props: CountryBoxProps) {
  const t = useTranslations('common');
  return (
    <Combobox
      {...props}
      options={options}
      labels={{ open: t('openList'), clear: t('clearChoice'), empty: t('noMatch') }}
    />
  );
}
