import type { CaseStage, DecisionKind, DecisionState } from './decisions';

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
  assignees: { staffId: string | null; stage: CaseStage; isOverdue: boolean; count: number }[];
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

/** How the state of mails is told to an admin: what waits, and what was given up. */
export type MailHealth = { queued: number; failed: number };

/** The people who sign in: those who do, those who have not accepted yet, and those who are shut out. */
export type StaffHealth = { active: number; invited: number; disabled: number };

/** Password links of the last days, the newest first; `count` is of all of them. */
export type PasswordLinkHealth = {
  days: number;
  count: number;
  latest: { submissionId: string; displayName: string; at: string }[];
};

/** A customer who owes something, the longest asked first. */
export type OwingCustomer = {
  submissionId: string;
  displayName: string;
  kycState: string;
  onboardingProgress: number;
  /** What compliance asks for again, and since when. */
  asked: { open: number; since: string } | null;
};

/** A document that runs out soon; a day. */
export type ExpiringLine = {
  submissionId: string;
  displayName: string;
  documentTypeId: string;
  expiresOn: string;
};

/** How a decision ended, for the latest ones. */
export type LatestDecision = {
  id: string;
  submissionId: string;
  displayName: string;
  kind: DecisionKind;
  state: DecisionState;
  makerName: string | null;
  checkerName: string | null;
  at: string;
};
