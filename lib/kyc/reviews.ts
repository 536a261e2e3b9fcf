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
  /** The document that runs out, where that decides. */
  documentTypeId?: string;
};
