import * as z from 'zod';
import { RISK_LEVELS } from './contract/lists';
import { day, opaqueId } from './contract/text';

/** How far a view of the reviews looks. */
export const REVIEW_SPANS = ['overdue', 'soon', 'quarter', 'all'] as const;

/** What a view of the reviews holds; a URL's query is read with it, and what is no view falls back to the default. */
export const reviewView = z.object({
  due: z.enum(REVIEW_SPANS).catch('all').default('all'),
  /** One month alone (`2027-03`), in place of the span. */
  month: z
    .string()
    .regex(/^2\d{3}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  level: z.enum(RISK_LEVELS).optional().catch(undefined),
  employee: opaqueId.optional().catch(undefined),
  /** Where the page starts: `<day>_<submission>`, from the page before. */
  after: z
    .string()
    .regex(/^.{10}_/)
    .refine((place) => day.safeParse(place.slice(0, 10)).success)
    .refine((place) => opaqueId.safeParse(place.slice(11)).success)
    .optional()
    .catch(undefined),
});
export type ReviewView = z.output<typeof reviewView>;

/** The view that a URL's query names. */
export function readReviewView(query: Record<string, string | string[] | undefined>): ReviewView {
  return reviewView.parse(
    Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value].flat()[0] || undefined])),
  );
}

/** One line of the list. Days are `YYYY-MM-DD`. */
export type ReviewLine = {
  submissionId: string;
  displayName: string;
  userType: string;
  kycState: string;
  employeeName: string;
  level: string;
  dueOn: string;
  /** Days from today; below 0 it is overdue. */
  days: number;
  sentence: string;
};

/** A page of the list; `next` is the `after` of the one that follows. */
export type ReviewPage = { reviews: ReviewLine[]; next: string | null };

/** How many reviews are overdue, and how many fall due in each of the months from this one on. */
export type ReviewMonths = { overdue: number; months: { month: string; count: number }[] };

/** How many reviews a page shows. */
export const REVIEWS_PAGE = 50;
/** How many months the timeline shows. */
export const REVIEW_MONTHS = 13;
