'use client';

import { cx } from 'class-variance-authority';
import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from 'react';
import { keepPlaced, type Placement } from './place';

interface PopoverProps {
  /** Turns the given button attributes into the button that opens the panel. */
  trigger: (props: ComponentProps<'button'>) => ReactNode;
  children: ReactNode;
  align?: Placement['align'];
  side?: Placement['side'];
  /** For what the panel is, when it is no plain group. */
  panel?: ComponentProps<'div'>;
}

/**
 * A panel in the top layer that opens at a button and closes on Escape, on a press outside, or on a chosen link in it.
 * The browser opens and closes it, also before this page's script has arrived.
 */
export function Popover({ trigger, children, align = 'start', side = 'below', panel }: PopoverProps) {
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let stop: (() => void) | undefined;
    const onToggle = (event: Event) => {
      stop?.();
      stop = undefined;
      const opener = document.querySelector(`[popovertarget="${id}"]`);
      if ((event as ToggleEvent).newState === 'open' && opener)
        stop = keepPlaced(opener, element, { side, align });
    };
    element.addEventListener('toggle', onToggle);
    return () => {
      stop?.();
      element.removeEventListener('toggle', onToggle);
    };
  }, [id, side, align]);

  return (
    <>
      {trigger({ popoverTarget: id, 'aria-controls': id })}
      <div
        {...panel}
        ref={ref}
        id={id}
        popover="auto"
        onClick={(event) => {
          panel?.onClick?.(event);
          if ((event.target as Element).closest('a, [data-close]')) ref.current?.hidePopover();
        }}
        className={cx(
          'fixed min-w-52 rounded-md border border-line bg-raised p-1 text-ink shadow-float',
          panel?.className,
        )}
      >
        {children}
      </div>
    </>
  );
}
