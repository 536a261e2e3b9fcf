import { cx } from 'class-variance-authority';
import type { ComponentProps, ReactNode } from 'react';

interface RadioProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: ReactNode;
  /** A sentence under the label. */
  hint?: ReactNode;
}

/** One of a group of radio buttons with the same `name`; the whole row is the target. */
export function Radio({ label, hint, className, ...rest }: RadioProps) {
  return (
    <label className={cx('flex cursor-pointer items-start gap-2.5 py-1 pointer-coarse:py-2.5', className)}>
      <input
        {...rest}
        type="radio"
        className="mt-0.5 size-4 shrink-0 cursor-pointer appearance-none rounded-full border border-line-strong bg-raised checked:border-[5px] checked:border-accent aria-invalid:border-critical-solid"
      />
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-sm text-ink-soft">{hint}</span>}
      </span>
    </label>
  );
}
