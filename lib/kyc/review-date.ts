import { addDays, addMonths } from '../days';
import type { CaseSettings } from './case-settings';
import type { RiskLevel } from './contract/lists';
import type { Review, ReviewCause } from './reviews';

/** All that the day of a review is worked out from; days are `YYYY-MM-DD` in UTC. */
export type ReviewGround = {
  level: RiskLevel;
  /** The day of the last approval; null where none is on record. */
  decidedOn: string | null;
  /** The day of the first assessment, from which it counts where there is no decision. */
  assessedOn: string;
  /** The current documents that run out. */
  documents: readonly { documentTypeId: string; expiryDate: string }[];
  /** The last day of a level that a person set, in force or run out. */
  overrideUntil: string | null;
  /** The day on which another version of the model raised the level. */
  raisedOn: string | null;
};

/**
 * When a customer is looked at again: the months of the level after the last decision, or sooner where something happens before: a
 * document runs out, or the level that a person set ends. What ran out before the decision was decided upon; what was valid for the
 * last day is looked at on the next. A level that a new model raised is looked at no sooner than the model came.
 */
export function reviewDate(
  ground: ReviewGround,
  { reviewMonths }: Pick<CaseSettings, 'reviewMonths'>,
): Review {
  const { level, decidedOn, assessedOn, raisedOn } = ground;
  const from = decidedOn ?? assessedOn;
  const months = reviewMonths[level];
  const byLevel = addMonths(from, months);
  const basis = { level, months, from, counted: decidedOn === null ? 'assessment' : 'decision' } as const;
  const isRaised = raisedOn !== null && raisedOn >= from;
  const found: { dueOn: string; because: ReviewCause; documentTypeId?: string }[] = [
    isRaised
      ? { dueOn: later(byLevel, raisedOn), because: 'newModel' }
      : { dueOn: byLevel, because: 'level' },
    ...ground.documents
      .filter(({ expiryDate }) => expiryDate >= from)
      .map(({ documentTypeId, expiryDate }) => ({
        dueOn: later(expiryDate, addDays(from, 1)),
        because: 'documentExpired' as const,
        documentTypeId,
      })),
    ...(ground.overrideUntil !== null && ground.overrideUntil >= from
      ? [{ dueOn: addDays(ground.overrideUntil, 1), because: 'overrideEnded' as const }]
      : []),
  ];
  const first = found.reduce((a, b) => (b.dueOn < a.dueOn ? b : a));
  const { dueOn, because, documentTypeId } = first;
  return { dueOn, because, basis: documentTypeId === undefined ? basis : { ...basis, documentTypeId } };
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
