'use client';

import { CountryBox } from './country-box';
import type { ControlProps } from './types';

/** A country of the ISO list. */
export function CountryControl({ id, value, onChange, aria }: ControlProps<'Country'>) {
  return (
    <CountryBox
      id={id}
      {...aria}
      value={value?.countryId ?? ''}
      onChange={(countryId) => onChange(countryId ? { fieldTypeId: 'Country', countryId } : undefined)}
    />
  );
}
