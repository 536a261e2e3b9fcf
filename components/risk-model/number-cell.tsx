'use client';

import { useId, useState } from 'react';
import { Input } from '@/components/ui/input';
import { Fault } from './fault';

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
  const faultId = useId();
  // What is typed on the way to a number ("1.") stays as it is until the box is left.
  const [typed, setTyped] = useState<string>();
  if (!onChange) return <span>{value === undefined ? '–' : `${value}${unit ?? ''}`}</span>;
  return (
    <span className="inline-flex flex-col items-end max-md:items-start">
      <span className="inline-flex items-center gap-1.5">
        <Input
          aria-label={label}
          aria-invalid={
            fault !== undefined || (typed !== undefined && Number.isNaN(Number(typed))) || undefined
          }
          aria-describedby={fault === undefined ? undefined : faultId}
          inputMode="decimal"
          className="w-18! text-end"
          value={typed ?? value ?? ''}
          onChange={({ target }) => {
            setTyped(target.value);
            const number = Number(target.value);
            if (target.value.trim() === '') onChange(undefined);
            else if (Number.isFinite(number)) onChange(number);
          }}
          onBlur={() => setTyped(undefined)}
        />
        {unit && <span className="text-ink-soft">{unit.trim()}</span>}
      </span>
      <Fault id={faultId} text={fault} />
    </span>
  );
}
