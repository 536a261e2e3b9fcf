import { cx } from 'class-variance-authority';
import type { ComponentProps } from 'react';

/** A text box of several lines that grows with its text where the browser can. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      dir="auto"
      rows={rows}
      {...rest}
      className={cx('field-box field-sizing-content max-h-96 min-h-20 resize-y py-2 text-base', className)}
    />
  );
}
