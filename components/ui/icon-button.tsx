'use client';

import { cx } from 'class-variance-authority';
import type { ComponentProps, ReactNode } from 'react';
import { Tooltip } from './tooltip';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'children' | 'aria-label'> {
  /** The name, read aloud and shown as a tooltip. */
  label: string;
  icon: ReactNode;
  /** A key that does the same, shown in the tooltip. */
  keys?: string;
  side?: 'above' | 'below';
}

export const iconButtonStyle =
  'inline-flex size-8 pointer-coarse:size-11 shrink-0 cursor-pointer items-center justify-center rounded text-ink-soft transition-colors hover:bg-hover hover:text-ink [&_svg]:size-4.5';

/** A button that shows a picture only; its name is always one hover or one Tab away. */
export function IconButton({ label, icon, keys, side = 'above', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip
      side={side}
      label={
        <>
          {label}
          {keys && <kbd className="ms-2 font-mono opacity-80">{keys}</kbd>}
        </>
      }
    >
      <button type="button" {...rest} aria-label={label} className={cx(iconButtonStyle, className)}>
        {icon}
      </button>
    </Tooltip>
  );
}
