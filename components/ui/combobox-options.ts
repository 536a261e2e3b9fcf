import { fold } from '@/lib/format/fold';

export interface ComboboxOption {
  value: string;
  label: string;
  /** A second line that is searched too: a title, an id. */
  hint?: string;
}

/** All countries of the world; typing narrows it further. */
const AT_MOST = 300;

/**
 * The options in whose label or hint every typed word occurs, whatever its accents or case: first those in which each begins a
 * word ("oman" finds Oman before Romania).
 */
export function matchingOptions(options: readonly ComboboxOption[], typed: string): ComboboxOption[] {
  const words = fold(typed).split(/\s+/);
  const found = options
    .map((option) => ({ option, text: ` ${fold(`${option.label} ${option.hint ?? ''}`)}` }))
    .filter(({ text }) => words.every((word) => text.includes(word)));
  const begins = (text: string) => words.every((word) => text.includes(` ${word}`));
  return [...found.filter(({ text }) => begins(text)), ...found.filter(({ text }) => !begins(text))]
    .map(({ option }) => option)
    .slice(0, AT_MOST);
}

/** The only option with exactly this label, whatever its accents or case. */
export function optionNamed(options: readonly ComboboxOption[], typed: string): ComboboxOption | undefined {
  const name = fold(typed.trim());
  const [only, other] = options.filter((option) => fold(option.label) === name);
  return other ? undefined : only;
}
