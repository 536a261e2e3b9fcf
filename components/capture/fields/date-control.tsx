'use client';

import { Input } from '@/components/ui/input';
import { dayOfLimit } from '@/lib/kyc/relative-day';
import type { ControlProps } from './types';

/**
 * A day, typed or picked with the platform's own control, which knows the reader's order of day and month. Its `min` and `max` lead
 * the picker to the years in question; a day outside of them can be typed and is told as a problem, not refused in silence.
 */
export function DateControl({ field, id, value, onChange, aria, context }: ControlProps<'DatePicker'>) {
  const { earliest, latest } = field.limits ?? {};
  return (
    <Input
      id={id}
      {...aria}
      type="date"
      min={earliest && dayOfLimit(earliest, context.today)}
      max={(latest && dayOfLimit(latest, context.today)) ?? '9999-12-31'}
      className="max-w-44 pointer-coarse:max-w-60"
      value={value?.date ?? ''}
      onChange={({ target }) =>
        onChange(target.value ? { fieldTypeId: 'DatePicker', date: target.value } : undefined)
      }
    />
  );
}
