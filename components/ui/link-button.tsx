import { cx } from 'class-variance-authority';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style';

interface LinkButtonProps extends ComponentProps<typeof Link> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
}

/** A link to a page of ours that looks like a button. */
export function LinkButton({ variant, size, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={cx(buttonStyle({ variant, size }), className)}>
      {icon}
      {children}
    </Link>
  );
}

interface DownloadButtonProps extends ComponentProps<'a'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
}

/** A plain anchor that looks like a button, for what the browser itself loads: files and other documents. */
export function DownloadButton({ variant, size, icon, className, children, ...rest }: DownloadButtonProps) {
  return (
    <a {...rest} className={cx(buttonStyle({ variant, size }), className)}>
      {icon}
      {children}
    </a>
  );
}
