import words from '@/lib/i18n/messages/en/reviews.json';
import { answerWords, fill, wordFor } from './profile-view/words';
import { date } from './profile-view/text';
import type { Review } from './reviews';

/** Why a customer is looked at again on that day, in one sentence for the screen and the report. */
export function reviewSentence({ because, basis }: Review): string {
  const { level, months, from, counted, documentTypeId } = basis;
  return fill(words.sentence[because], {
    level: words.levels[level],
    months: months === 1 ? words.monthsOne : fill(words.monthsMany, { count: months }),
    counted: words.counted[counted ?? 'unknown'],
    from: date(from),
    document: wordFor(answerWords('en').documentTypes, documentTypeId ?? 'Other'),
  });
}
