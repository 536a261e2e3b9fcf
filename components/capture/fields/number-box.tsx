'use client';

import { useLocale } from 'next-intl';
import { Input } from '@/components/ui/input';
import { numberOf, numberText, plainNumberText } from './number-text';
import type { ControlAria } from './types';

interface NumberBoxProps extends Partial<ControlAria> {
  id: string;
  'aria-label'?: string | undefined;
  /** What the text says, and the text where it is not how that number is written plainly. */
  value: number | undefined;
  typed: string | undefined;
  onChange: (value: number | undefined, typed: string | undefined) => void;
  /** What it counts, shown in the box's end: `%`. */
  unit?: string | undefined;
  decimals?: number | undefined;
  className?: string | undefined;
}

/** A number, typed as the reader's language writes it. The box holds what is typed, also where it is no number. */
export function NumberBox({ value, typed, onChange, unit, decimals, className, ...input }: NumberBoxProps) {
  const locale = useLocale();
  return (
    <span className={`relative flex items-center ${className ?? ''}`}>
      <Input
        {...input}
        inputMode={decimals === 0 ? 'numeric' : 'decimal'}
        autoComplete="off"
        dir="ltr"
        className={unit ? 'pe-8' : ''}
        value={boxText(value, typed, locale)}
        onChange={({ target }) => {
          const number = numberOf(target.value, locale);
          const plain = number === undefined ? '' : plainNumberText(number, locale);
          onChange(number, target.value === plain ? undefined : target.value);
        }}
      />
      {unit && (
        <span className="pointer-events-none absolute end-2.5 text-ink-soft" aria-hidden="true">
          {unit}
        </span>
      )}
    </span>
  );
}

/** How a number was read, grouped, where that differs from what stands in the box: a misread mark or a zero too many shows at once. */
export function NumberReading({ value, typed }: Pick<NumberBoxProps, 'value' | 'typed'>) {
  const locale = useLocale();
  if (value === undefined) return null;
  const reading = numberText(value, locale);
  if (reading === boxText(value, typed, locale)) return null;
  return <bdi className="text-ink-soft">{reading}</bdi>;
}

function boxText(value: number | undefined, typed: string | undefined, locale: string): string {
  return typed ?? (value === undefined ? '' : plainNumberText(value, locale));
}
