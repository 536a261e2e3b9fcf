import { fold } from '@/lib/format/fold';

export interface ComboboxOption {
  value: string;
  label: string;
  /** A second line that is searched too: a title, an id. */
  hint?: string;
}

/** More than anybody reads; typing narrows it further. */
const AT_MOST = 100;

/** The options in whose label or hint every typed word occurs, whatever its accents or case. */
export function matchingOptions(options: readonly ComboboxOption[], typed: string): ComboboxOption[] {
  const words = fold(typed).split(/\s+/);
  return options
    .filter((option) => {
      const text = fold(`${option.label} ${option.hint ?? ''}`);
      return words.every((word) => text.includes(word));
    })
    .slice(0, AT_MOST);
}
