'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { type Placement, place } from './place';

interface TooltipProps {
  /** Words that name or explain; the child carries them itself (`aria-label`), so the bubble is only for the eye. */
  label: ReactNode;
  children: ReactNode;
  side?: Placement['side'];
  className?: string;
}

const DELAY_MS = 350;

/**
 * A bubble in the top layer, so that no table or card cuts it off. It shows at once on keyboard focus and after a
 * moment on hover, stays while the pointer is over it, and goes on Escape (WCAG 2.2, 1.4.13).
 */
export function Tooltip({ label, children, side = 'above', className }: TooltipProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function show() {
    const panel = bubble.current;
    const target = anchor.current?.firstElementChild;
    if (!panel || !target || !panel.isConnected) return;
    panel.showPopover();
    place(target, panel, { side, align: 'center' });
  }

  function hide() {
    clearTimeout(timer.current);
    if (bubble.current?.matches(':popover-open')) bubble.current.hidePopover();
  }

  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <span
      ref={anchor}
      className={className ?? 'inline-flex'}
      onPointerEnter={(event) => {
        if (event.pointerType === 'touch') return;
        clearTimeout(timer.current);
        timer.current = setTimeout(show, DELAY_MS);
      }}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => {
        if (event.target.matches(':focus-visible')) show();
      }}
      onBlur={hide}
      onKeyDown={(event) => {
        if (event.key === 'Escape') hide();
      }}
    >
      {children}
      <span
        ref={bubble}
        popover="manual"
        aria-hidden="true"
        className="max-w-72 rounded border-0 bg-ink px-2 py-1 text-xs font-medium text-paper shadow-float"
      >
        {label}
      </span>
    </span>
  );
}
