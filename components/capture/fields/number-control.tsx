'use client';

import { NumberBox, NumberReading } from './number-box';
import type { ControlProps } from './types';

/** A number. */
export function NumberControl({ field, id, value, onChange, aria }: ControlProps<'Number'>) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <NumberBox
        id={id}
        {...aria}
        value={value?.numberValue}
        typed={value?.typed}
        decimals={field.limits?.decimals}
        className="w-full max-w-60"
        onChange={(numberValue, typed) =>
          onChange(
            numberValue === undefined && !typed ? undefined : { fieldTypeId: 'Number', numberValue, typed },
          )
        }
      />
      <NumberReading value={value?.numberValue} typed={value?.typed} />
    </div>
  );
}
