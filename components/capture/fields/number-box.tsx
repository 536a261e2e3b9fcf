'use client';

import { useLocale } from 'next-intl';
import { useState } from 'react';
import { Input } from '@/components/ui/input';
import { numberOf, numberText, plainNumberText } from './number-text';
import type { ControlAria } from './types';

interface NumberBoxProps extends Partial<ControlAria> {
  id: string;
  'aria-label'?: string | undefined;
  /** What the number says, and the text as typed while it says none. */
  value: number | undefined;
  typed: string | undefined;
  onChange: (value: number | undefined, typed: string | undefined) => void;
  /** What it counts, shown in the box's end: `%`. */
  unit?: string | undefined;
  decimals?: number | undefined;
  className?: string | undefined;
}

/**
 * A number, typed as the reader's language writes it. While the focus is in the box it holds what is typed; afterwards the number
 * that was read, grouped, so that a misread mark shows at once. What is no number stays as it is.
 */
export function NumberBox({ value, typed, onChange, unit, decimals, className, ...input }: NumberBoxProps) {
  const locale = useLocale();
  const [inHand, setInHand] = useState<string>();
  const settled = value === undefined ? (typed ?? '') : numberText(value, locale);
  return (
    <span className={`relative flex items-center ${className ?? ''}`}>
      <Input
        {...input}
        inputMode={decimals === 0 ? 'numeric' : 'decimal'}
        autoComplete="off"
        dir="ltr"
        className={unit ? 'pe-9' : ''}
        value={inHand ?? settled}
        onFocus={() => setInHand(value === undefined ? (typed ?? '') : plainNumberText(value, locale))}
        onBlur={() => setInHand(undefined)}
        onChange={({ target }) => {
          setInHand(target.value);
          const number = numberOf(target.value, locale);
          onChange(number, number === undefined && target.value.trim() !== '' ? target.value : undefined);
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
