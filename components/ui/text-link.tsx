import { cx } from 'class-variance-authority';
import Link from 'next/link';
import type { ComponentProps } from 'react';

/** A link in running text or in a cell. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={cx(
        'text-accent underline decoration-line-strong decoration-1 underline-offset-3 hover:text-accent-hover hover:decoration-current',
        className,
      )}
    />
  );
}
