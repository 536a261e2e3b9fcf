import { cx } from 'class-variance-authority';
import { Check } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: ReactNode;
  /** A sentence under the label. */
  hint?: ReactNode;
}

/** A tick box with its label; the whole row is the target. */
export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  return (
    <label className={cx('flex cursor-pointer items-start gap-2.5 py-1', className)}>
      <span className="relative mt-0.5 inline-flex">
        <input
          {...rest}
          type="checkbox"
          className="peer size-4.5 cursor-pointer appearance-none rounded-sm border border-line-strong bg-raised checked:border-accent checked:bg-accent aria-invalid:border-critical-solid"
        />
        <Check
          aria-hidden="true"
          strokeWidth={3}
          className="pointer-events-none absolute inset-0 m-auto size-3.5 text-on-accent opacity-0 peer-checked:opacity-100"
        />
      </span>
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-sm text-ink-soft">{hint}</span>}
      </span>
    </label>
  );
}
