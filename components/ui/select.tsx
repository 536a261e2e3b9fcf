import { cx } from 'class-variance-authority';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';

export interface Option {
  value: string;
  label: string;
}

interface SelectProps extends Omit<ComponentProps<'select'>, 'children'> {
  options: readonly Option[];
  /** The words of the empty choice; without it there is none. */
  placeholder?: string;
}

/** The platform's own choice from a short list: it is what every phone, keyboard and screen reader knows best. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  return (
    <span className={cx('relative flex items-center', className)}>
      <select {...rest} className="field-box h-9 cursor-pointer appearance-none pe-8 text-base">
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown className="pointer-events-none absolute end-2.5 size-4 text-ink-soft" aria-hidden="true" />
    </span>
  );
}
