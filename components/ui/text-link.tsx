import { cx } from 'class-variance-authority';
import Link from 'next/link';
import type { ComponentProps } from 'react';

interface TextLinkProps extends ComponentProps<typeof Link> {
  /** In the ink of the text and without a line until it is pointed at: for the link that names a row. */
  quiet?: boolean;
}

/** A link in running text or in a cell. */
export function TextLink({ quiet, className, ...rest }: TextLinkProps) {
  return (
    <Link
      {...rest}
      className={cx(
        'decoration-1 underline-offset-3',
        quiet
          ? 'text-ink hover:text-accent hover:underline'
          : 'text-accent underline decoration-line-strong hover:text-accent-hover hover:decoration-current',
        className,
      )}
    />
  );
}
