import type { PageView } from './types';

/** How many questions there are, how many are answered, and how many of the required ones are not. */
export function answerCounts(pages: readonly PageView[]): {
  total: number;
  answered: number;
  missing: number;
} {
  const all = pages.flatMap(({ sections }) => sections.flatMap(({ answers }) => answers));
  return {
    total: all.length,
    answered: all.filter(({ value }) => value !== null).length,
    missing: all.filter(({ value, required }) => value === null && required).length,
  };
}
