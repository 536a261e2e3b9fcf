import { cx } from 'class-variance-authority';
import type { ComponentProps, ReactNode } from 'react';

export interface RadioCard {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  icon?: ReactNode;
}

interface RadioCardsProps extends Omit<ComponentProps<'input'>, 'type' | 'value' | 'className'> {
  name: string;
  cards: readonly RadioCard[];
  /** The chosen value when the group is controlled. */
  value?: string | undefined;
  className?: string;
}

/** A choice among few, each said in a sentence. Put it in a `Fieldset`, which carries the question. */
export function RadioCards({ cards, value, className, ...input }: RadioCardsProps) {
  return (
    <div className={cx('grid gap-2 sm:auto-cols-fr sm:grid-flow-col', className)}>
      {cards.map((card) => (
        <label
          key={card.value}
          className="flex cursor-pointer items-start gap-3 rounded border border-line-strong bg-raised p-3 transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:shadow-[inset_0_0_0_1px_var(--accent)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
        >
          <input
            {...input}
            type="radio"
            value={card.value}
            {...(value === undefined ? {} : { checked: value === card.value })}
            className="mt-0.75 size-3.5 shrink-0 cursor-pointer appearance-none rounded-full border border-line-strong bg-raised outline-none checked:border-[4px] checked:border-accent"
          />
          <span className="min-w-0 grow">
            <span className="block font-medium">{card.label}</span>
            {card.hint && <span className="block text-sm text-ink-soft">{card.hint}</span>}
          </span>
          {card.icon && (
            <span className="text-ink-soft [&_svg]:size-5" aria-hidden="true">
              {card.icon}
            </span>
          )}
        </label>
      ))}
    </div>
  );
}
