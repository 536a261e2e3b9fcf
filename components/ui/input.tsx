import { cx } from 'class-variance-authority';
import type { ComponentProps, ReactNode } from 'react';

interface InputProps extends ComponentProps<'input'> {
  /** For identifiers, hashes and registration numbers. */
  mono?: boolean;
  /** A mark inside the box, at its start. */
  icon?: ReactNode;
}

/** A one-line text box. Inside a form use `Field`, which labels it and shows its errors. */
export function Input({ mono, icon, className, type = 'text', ...rest }: InputProps) {
  const box = (
    <input
      type={type}
      dir={type === 'text' && !icon ? 'auto' : undefined}
      {...rest}
      className={cx('field-box h-9 text-base', mono && 'font-mono', icon && 'ps-8.5', className)}
    />
  );
  if (!icon) return box;
  return (
    <span className="relative flex items-center">
      <span
        className="pointer-events-none absolute start-2.5 text-ink-faint [&_svg]:size-4"
        aria-hidden="true"
      >
        {icon}
      </span>
      {box}
    </span>
  );
}
