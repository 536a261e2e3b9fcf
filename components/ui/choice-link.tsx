import { cx } from 'class-variance-authority';
import Link from 'next/link';
import type { ComponentProps } from 'react';

interface ChoiceLinkProps extends ComponentProps<typeof Link> {
  current: boolean;
}

/** One of a few views of a page that the URL names; the one that shows is marked. */
export function ChoiceLink({ current, ...rest }: ChoiceLinkProps) {
  return (
    <Link
      {...rest}
      scroll={false}
      aria-current={current ? 'true' : undefined}
      className={choiceStyle(current)}
    />
  );
}

/** The look of a choice among a few, shared by links and buttons. */
export function choiceStyle(current: boolean): string {
  return cx(
    'inline-flex h-8 cursor-pointer items-center rounded-full border px-3.5 text-sm font-medium pointer-coarse:h-10',
    current ? 'border-accent bg-accent text-on-accent' : 'border-line-strong bg-raised hover:bg-hover',
  );
}
