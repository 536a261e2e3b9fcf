import type { ComponentProps } from 'react';

interface ChoiceButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  current: boolean;
}

/** One of a few ways to look at a page; the one that shows is marked. Where the URL is the view, use `ChoiceChip`. */
export function ChoiceButton({ current, ...rest }: ChoiceButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-pressed={current}
      className={`inline-flex h-8 cursor-pointer items-center rounded-full border px-3.5 text-sm font-medium pointer-coarse:h-10 ${
        current ? 'border-accent bg-accent text-on-accent' : 'border-line-strong bg-raised hover:bg-hover'
      }`}
    />
  );
}
