'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Radio } from '@/components/ui/radio';
import type { ControlProps } from './types';

/** Up to as many options stand side by side for the eye; more are found by typing. */
export const MOST_RADIOS = 7;

/** One of few options. */
export function RadioControl({ field, id, value, onChange }: ControlProps<'SingleOptionRadio'>) {
  return (
    <div className="space-y-0.5">
      {(field.options ?? []).map((option) => (
        <Radio
          key={option.id}
          name={id}
          value={option.id}
          label={<bdi>{option.optionText}</bdi>}
          checked={value?.optionId === option.id}
          onChange={() => onChange({ fieldTypeId: 'SingleOptionRadio', optionId: option.id })}
        />
      ))}
    </div>
  );
}

/** Any number of options, kept in the order of the field. Without any, nothing is answered. */
export function CheckBoxesControl({ field, value, onChange, aria }: ControlProps<'MultiOptionsCheckBox'>) {
  const options = field.options ?? [];
  const chosen = new Set(value?.optionIds);
  return (
    <div className={options.length > 8 ? 'gap-x-6 sm:columns-2' : ''}>
      {options.map((option) => (
        <Checkbox
          key={option.id}
          className="break-inside-avoid"
          aria-invalid={aria['aria-invalid']}
          label={<bdi>{option.optionText}</bdi>}
          checked={chosen.has(option.id)}
          onChange={({ target }) => {
            const optionIds = options
              .map(({ id }) => id)
              .filter((id) => (id === option.id ? target.checked : chosen.has(id)));
            onChange(optionIds.length > 0 ? { fieldTypeId: 'MultiOptionsCheckBox', optionIds } : undefined);
          }}
        />
      ))}
    </div>
  );
}
