'use client';

import { cx } from 'class-variance-authority';
import { type KeyboardEvent, useState } from 'react';

export type EndFocus = 'cell' | 'next' | 'elsewhere';

interface TextCellProps {
  label: string;
  value: string;
  numeric?: boolean | undefined;
  fault: string | undefined;
  isEditing: boolean;
  /** What was typed, at the end of editing, and where the focus goes: to the cell, to the next one, or where it is already. */
  onEnd: (typed: string | undefined, focus: EndFocus) => void;
}

/** A text or number of a table's cell: words to read, a box while it is edited. */
export function TextCell({ label, value, numeric, fault, isEditing, onEnd }: TextCellProps) {
  if (isEditing) return <TextBox {...{ label, value, numeric, onEnd }} />;
  return (
    <>
      <span className={cx(fault !== undefined && 'text-critical-fg underline decoration-wavy')}>
        {value === '' ? '—' : value}
      </span>
      {fault !== undefined && <span className="block text-sm text-critical-fg">{fault}</span>}
    </>
  );
}

function TextBox({ label, value, numeric, onEnd }: Omit<TextCellProps, 'fault' | 'isEditing'>) {
  const [typed, setTyped] = useState(value);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onEnd(undefined, 'cell');
    else if (event.key === 'Enter' && !event.shiftKey) onEnd(typed, 'cell');
    else if (event.key === 'Tab' && !event.shiftKey) onEnd(typed, 'next');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const common = {
    'aria-label': label,
    value: typed,
    // The cell was opened to be typed in.
    ref: (box: HTMLInputElement | HTMLTextAreaElement | null) => box?.focus(),
    onChange: ({ target }: { target: { value: string } }) => setTyped(target.value),
    onBlur: () => onEnd(typed, 'elsewhere'),
    onKeyDown,
  };
  return numeric ? (
    <input {...common} inputMode="numeric" className="field-box h-8 w-16! text-end" />
  ) : (
    <textarea {...common} rows={2} className="field-box field-sizing-content min-h-8 py-1" />
  );
}
