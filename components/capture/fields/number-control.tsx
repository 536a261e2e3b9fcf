'use client';

import { NumberBox } from './number-box';
import type { ControlProps } from './types';

/** A number. */
export function NumberControl({ field, id, value, onChange, aria }: ControlProps<'Number'>) {
  return (
    <NumberBox
      id={id}
      {...aria}
      value={value?.numberValue}
      typed={value?.typed}
      decimals={field.limits?.decimals}
      className="max-w-60"
      onChange={(numberValue, typed) =>
        onChange(
          numberValue === undefined && typed === undefined
            ? undefined
            : { fieldTypeId: 'Number', numberValue, typed },
        )
      }
    />
  );
}
