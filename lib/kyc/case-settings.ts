import * as z from 'zod';

const months = z.int().min(1).max(120);

/** What a firm sets for its cases. The defaults are common practice; a firm's counsel decides (EU AMLR art. 26(2), FATF R.10). */
export const caseSettings = z.object({
  /** Months between reviews, by risk level. */
  reviewMonths: z.object({ High: months, Medium: months, Low: months }),
  /** Days within which a case should be decided once it is in the queue. */
  decisionDays: z.int().min(1).max(90),
  /** Days for which a changed level may hold at the most. */
  overrideDays: z.int().min(1).max(730),
});
export type CaseSettings = z.output<typeof caseSettings>;

export const DEFAULT_CASE_SETTINGS: CaseSettings = {
  reviewMonths: { High: 12, Medium: 24, Low: 36 },
  decisionDays: 5,
  overrideDays: 365,
};

/** Settings to save, and the revision that they are meant to follow. */
export const caseSettingsChange = z.object({ value: caseSettings, basedOn: z.int32().min(0) });

type Counted = { count: number; more: boolean };
/** How many customers are overdue: now, and with other months; `more` = beyond what is counted. */
export type OverduePreview = {
  now: Counted;
  then: Counted;
  /** Some of those who would become overdue, with the day that they would be due; only for who reads the calendar of all. */
  becoming?: readonly { submissionId: string; name: string; dueOn: string }[];
};
