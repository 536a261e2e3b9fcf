'use client';

import { type ReactNode, useId } from 'react';
import { Fault } from './fault';

interface LabelledProps {
  label: ReactNode;
  fault?: string | undefined;
  /** For a label beside others of its kind, in the page and not in a dialog. */
  quiet?: boolean;
  /** The control, with the id that the label names. */
  children: (id: string) => ReactNode;
}

/** A control under its label, with what is wrong below. */
export function Labelled({ label, fault, quiet, children }: LabelledProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={quiet ? 'mb-1 block text-sm text-ink-soft' : 'mb-1.5 block font-medium'}>
        {label}
      </label>
      {children(id)}
      <Fault text={fault} />
    </div>
  );
}
