import type { CaseStage } from './decisions';

/** Something counted, and when: a large book is not counted anew for each look at it. Moments are ISO 8601 in UTC. */
export type Counted<T> = { counts: T; countedAt: string };

/** How many customers stand in a state at a level; null = not assessed. */
export type MixCount = { state: string; level: string | null; count: number };

/** Reviews that are due: those behind their day, then by calendar month (`YYYY-MM`), the present one first. */
export type ReviewCounts = { overdue: number; months: { month: string; count: number }[] };

export type BookCounts = { mix: MixCount[]; reviews: ReviewCounts };

/** Customers with a document that runs out within so many days. */
export type ExpiringCount = { days: number; count: number };

/** A relationship manager's own customers. */
export type OwnCounts = BookCounts & {
  expiring: ExpiringCount[];
  /** Those whose answer has been waited for longest, with how much is asked of them. */
  asked: { submissionId: string; open: number; since: string }[];
};

export type QueueCounts = {
  /** Each case once. */
  cases: { stage: CaseStage; isOverdue: boolean; age: number; count: number }[];
  /** Each case once: whose it is; null = nobody's. */
  assignees: { staffId: string | null; isOverdue: boolean; count: number }[];
  /** What waits for a second person, by who proposed it. */
  proposals: { makerId: string | null; count: number }[];
};

/** How long a case has been in the queue, in days; `age` of {@link QueueCounts} counts into it. */
export const AGE_BUCKETS = [
  { from: 0, to: 1 },
  { from: 2, to: 3 },
  { from: 4, to: 5 },
  { from: 6, to: 10 },
  { from: 11, to: 20 },
  { from: 21, to: null },
] as const satisfies readonly { from: number; to: number | null }[];

/** How many months the reviews are counted ahead, the present one among them. */
export const REVIEW_MONTHS = 12;
