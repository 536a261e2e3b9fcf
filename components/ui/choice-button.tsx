import type { ComponentProps } from 'react';
import { choiceStyle } from './choice-link';

interface ChoiceButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  current: boolean;
}

/** One of a few ways to look at a page; the one that shows is marked. Where the URL is the view, use `ChoiceLink`. */
export function ChoiceButton({ current, ...rest }: ChoiceButtonProps) {
  return <button {...rest} type="button" aria-pressed={current} className={choiceStyle(current)} />;
}
