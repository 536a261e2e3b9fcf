import 'server-only';
import { addMonths, dayOf } from '@/lib/days';
import type { CustomerScope } from '@/lib/auth/permissions';
import { REVIEW_MONTHS, type ReviewMonths } from '@/lib/kyc/review-list';
import type { Database } from '../db/client';
import { countReviews, countReviewsUpTo, type ReviewsOf } from '../db/queries/review-list';
import { counted } from './counted';

/** So many reviews are counted for each look, so that a bar says as many as it opens; of more the count is kept, as on a dashboard. */
const AT_EACH_LOOK = 10_000;

type Parts = {
  db: Database;
  now: Date;
  tenantId: string;
  scope: CustomerScope;
  /** Gets the counting that nobody waits for. */
  behind?: (counting: Promise<void>) => void;
  atEachLook?: number;
};

/** How many reviews of a level and an employee are overdue, and how many fall due in each of the months from this one on. */
export async function reviewMonths(
  { now, tenantId, scope, atEachLook = AT_EACH_LOOK, ...parts }: Parts,
  of: ReviewsOf,
): Promise<ReviewMonths> {
  const today = dayOf(now);
  const first = `${today.slice(0, 7)}-01`;
  const until = addMonths(first, REVIEW_MONTHS);
  const count = () => countReviews(parts.db, tenantId, scope, { ...of, today, until });
  // Of all levels, which takes an index alone.
  const every = { employeeId: of.employeeId, before: until };
  const held = await countReviewsUpTo(parts.db, tenantId, scope, every, atEachLook + 1);
  const { months, overdue } =
    held <= atEachLook
      ? await count()
      : (await counted({ ...parts, clock: () => now, tenantId, scope: keptUnder(scope, of), count })).counts;
  const counts = new Map(months.map((one) => [one.month, one.count]));
  const all = Array.from({ length: REVIEW_MONTHS }, (_, at) => addMonths(first, at).slice(0, 7));
  return { overdue, months: all.map((month) => ({ month, count: counts.get(month) ?? 0 })) };
}

/** Only an employee who has many reviews gets so far, so that there are no more of these names than such employees. */
function keptUnder(scope: CustomerScope, { level = 'all', employeeId }: ReviewsOf): string {
  const employee = scope.kind === 'employee' ? scope.employeeId : employeeId;
  return employee === undefined ? `reviews/book/${level}` : `reviews/own/${employee}/${level}`;
}
