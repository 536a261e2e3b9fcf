'use client';

import { Checkbox } from '@/components/ui/checkbox';

export type Choice = { value: string; label: string };

interface ChoicesProps {
  label: string;
  options: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Several of a long list, kept in its order. */
export function Choices({ label, options, chosen, onChange }: ChoicesProps) {
  return (
    <fieldset className="max-h-80 overflow-y-auto rounded border border-line px-3 py-1.5">
      <legend className="sr-only">{label}</legend>
      {options.map(({ value, label: words }) => (
        <Checkbox
          key={value}
          label={words}
          checked={chosen.includes(value)}
          onChange={({ target }) =>
            onChange(
              options.flatMap((one) =>
                (one.value === value ? target.checked : chosen.includes(one.value)) ? [one.value] : [],
              ),
            )
          }
        />
      ))}
    </fieldset>
  );
}
