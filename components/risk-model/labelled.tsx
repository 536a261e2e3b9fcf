import type { ReactNode } from 'react';
import { Fault } from './fault';

interface LabelledProps {
  label: ReactNode;
  fault?: string | undefined;
  /** For a label beside others of its kind, in the page and not in a dialog. */
  quiet?: boolean;
  children: ReactNode;
}

/** A control under its label, with what is wrong below. */
export function Labelled({ label, fault, quiet, children }: LabelledProps) {
  return (
    <label className={quiet ? 'block space-y-1 text-sm text-ink-soft' : 'block space-y-1'}>
      <span className={quiet ? undefined : 'font-medium'}>{label}</span>
      {children}
      <Fault text={fault} />
    </label>
  );
}
