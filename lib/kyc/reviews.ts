import type { RiskLevel } from './contract/lists';

/** Why the next review is due on its day. */
export const REVIEW_CAUSES = [
  'level',
  'documentExpired',
  'materialChange',
  'newModel',
  'overrideEnded',
] as const;
export type ReviewCause = (typeof REVIEW_CAUSES)[number];

/** What the day of a review rests on: enough for one sentence that says why. Days are `YYYY-MM-DD`. */
export type ReviewBasis = {
  level: RiskLevel;
  /** Months of the level, as they were set. */
  months: number;
  /** The day that the months count from: the last decision's, or the first assessment's. */
  from: string;
  /** Which of the two it is; of rows from before this was kept it is not known. */
  counted?: 'decision' | 'assessment';
  /** The document that runs out, where that decides. */
  documentTypeId?: string;
};

/** When a customer is looked at again, and why on that day. */
export type Review = { dueOn: string; because: ReviewCause; basis: ReviewBasis };
