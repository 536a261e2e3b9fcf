'use client';

import { cx } from 'class-variance-authority';
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style';
import { Spinner } from './spinner';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** What is going on now, in words ("Creating the customer…"); while it is set, presses do nothing. */
  pending?: string | undefined;
  /** Why it cannot be pressed; shown under the button. There is no silent `disabled`. */
  unavailable?: string | undefined;
  /** The same, where several buttons share one reason: the id of the element that says it. */
  unavailableBy?: string | undefined;
}

/** A button that stays reachable at all times: while pending or unavailable it says why and does nothing. */
export function Button({
  variant,
  size,
  icon,
  pending,
  unavailable,
  unavailableBy,
  className,
  children,
  onClick,
  onMouseDown,
  type = 'button',
  'aria-describedby': describedBy,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const held = pending !== undefined || unavailable !== undefined || unavailableBy !== undefined;

  function press(event: MouseEvent<HTMLButtonElement>) {
    if (held) event.preventDefault();
    else onClick?.(event);
  }

  // A field that is left shows its error and may push this button away under the pointer, before the click lands.
  function holdFocus(event: MouseEvent<HTMLButtonElement>) {
    onMouseDown?.(event);
    if (type === 'submit') event.preventDefault();
  }

  const button = (
    <button
      {...rest}
      type={type}
      onClick={press}
      onMouseDown={holdFocus}
      aria-disabled={held || undefined}
      aria-busy={pending !== undefined || undefined}
      aria-describedby={cx(describedBy, unavailableBy, unavailable !== undefined && reasonId) || undefined}
      className={cx(buttonStyle({ variant, size }), className)}
    >
      {pending === undefined ? icon : <Spinner />}
      {pending ?? children}
    </button>
  );
  if (unavailable === undefined) return button;
  return (
    <span className="inline-flex flex-col items-start gap-1">
      {button}
      <span id={reasonId} className="max-w-64 text-xs whitespace-normal text-ink-soft">
        {unavailable}
      </span>
    </span>
  );
}
