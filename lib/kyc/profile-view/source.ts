import type { Source } from '../profile-page';
import { line } from './text';
import type { AnswerWords } from './words';

/** Who answered or uploaded, in words; null where nobody is named. */
export function sourceWord(source: Source | null, words: AnswerWords): string | null {
  if (source === null) return null;
  const kind = { customer: words.byCustomer, employee: words.byEmployee, system: words.bySystem };
  return line(source.name ?? '') || kind[source.kind];
}
