'use client';

import { cx } from 'class-variance-authority';
import type { ComponentProps, KeyboardEvent, ReactNode } from 'react';
import type { Placement } from './place';
import { Popover } from './popover';

interface MenuProps {
  label: string;
  trigger: (props: ComponentProps<'button'>) => ReactNode;
  children: ReactNode;
  align?: Placement['align'];
}

const itemStyle =
  'flex w-full cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-start pointer-coarse:min-h-11 hover:bg-hover focus-visible:bg-hover focus-visible:outline-offset-[-2px] [&_svg]:size-4 [&_svg]:text-ink-soft';

/** Where focus goes on a key, among the items of a menu; undefined for keys that move nothing. */
function target(event: KeyboardEvent<HTMLElement>): HTMLElement | undefined {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  switch (event.key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items[at <= 0 ? items.length - 1 : at - 1];
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default: {
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return undefined;
      const rest = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      return rest.find((item) => item.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()));
    }
  }
}

/** A menu of actions: arrow keys move, a letter jumps, Escape closes and gives focus back. */
export function Menu({ label, trigger, children, align = 'end' }: MenuProps) {
  return (
    <Popover
      align={align}
      trigger={(props) => trigger({ ...props, 'aria-haspopup': 'menu' })}
      panel={{
        role: 'menu',
        'aria-label': label,
        onKeyDown: (event) => {
          const next = target(event);
          if (event.key === 'Tab') event.currentTarget.hidePopover();
          if (!next) return;
          event.preventDefault();
          next.focus();
        },
        onToggle: (event) => {
          if (event.newState === 'open') {
            event.currentTarget
              .querySelector<HTMLElement>('[role="menuitem"]')
              ?.focus({ preventScroll: true });
          }
        },
      }}
    >
      {children}
    </Popover>
  );
}

/** An action in a menu. */
export function MenuItem({ className, ...rest }: ComponentProps<'button'>) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      data-close
      {...rest}
      className={cx(itemStyle, className)}
    />
  );
}

/** A line between groups of a menu. */
export function MenuRule() {
  return <hr className="-mx-1 my-1 border-line" />;
}
