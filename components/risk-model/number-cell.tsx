'use client';

import { Input } from '@/components/ui/input';

interface NumberCellProps {
  label: string;
  value: number | undefined;
  /** Undefined where it is only read. */
  onChange: ((value: number | undefined) => void) | undefined;
  fault?: string | undefined;
  unit?: string;
}

/** A number that is read, or typed where it may be changed. */
export function NumberCell({ label, value, onChange, fault, unit }: NumberCellProps) {
  if (!onChange) return <span>{value === undefined ? '–' : `${value}${unit ?? ''}`}</span>;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Input
        aria-label={label}
        aria-invalid={fault !== undefined || undefined}
        title={fault}
        inputMode="decimal"
        className="w-18! text-end"
        value={value ?? ''}
        onChange={({ target }) => {
          const typed = target.value.trim();
          const number = Number(typed);
          if (typed === '') onChange(undefined);
          else if (Number.isFinite(number)) onChange(number);
        }}
      />
      {unit && <span className="text-ink-soft">{unit.trim()}</span>}
    </span>
  );
}
