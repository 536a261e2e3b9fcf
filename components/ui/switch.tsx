import { cx } from 'class-variance-authority';
import type { ComponentProps, ReactNode } from 'react';

interface SwitchProps extends Omit<ComponentProps<'input'>, 'type' | 'role'> {
  label: ReactNode;
  hint?: ReactNode;
}

/** A setting that is on or off; a real checkbox underneath, so that forms and browsers know it. */
export function Switch({ label, hint, className, ...rest }: SwitchProps) {
  return (
    <label className={cx('flex cursor-pointer items-start gap-3 py-1', className)}>
      <span className="relative mt-px inline-flex">
        <input
          {...rest}
          type="checkbox"
          role="switch"
          className="peer h-5 w-9 cursor-pointer appearance-none rounded-full border border-line-strong bg-sunken transition-colors checked:border-accent checked:bg-accent"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 start-0.75 my-auto size-3.5 rounded-full bg-line-strong transition-transform peer-checked:translate-x-4 peer-checked:bg-on-accent rtl:peer-checked:-translate-x-4"
        />
      </span>
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-sm text-ink-soft">{hint}</span>}
      </span>
    </label>
  );
}
