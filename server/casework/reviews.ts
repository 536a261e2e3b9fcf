import 'server-only';
import { addDays, addMonths, dayOf, daysBetween } from '@/lib/days';
import { customerScope, type Role } from '@/lib/auth/permissions';
import { REVIEWS_PAGE, type ReviewMonths, type ReviewPage, type ReviewView } from '@/lib/kyc/review-list';
import { reviewSentence } from '@/lib/kyc/review-sentence';
import { database } from '../db/client';
import { listReviews, type ReviewFilter } from '../db/queries/review-list';
import { reviewMonths } from './review-months';

type Session = { tenantId: string; user: { role: Role; employeeId: string | null } };

/** The calendar of reviews as one signed-in person may see it, on the process's database. A day begins at midnight UTC. */
export async function reviewsDesk({ tenantId, user }: Session, now = new Date()) {
  const { db } = await database();
  const scope = customerScope(user);
  const today = dayOf(now);
  return {
    today,
    /** A page of the view, the longest due first, each with the sentence that says why then. */
    async list(view: ReviewView): Promise<ReviewPage> {
      const [dueOn = '', submissionId = ''] = view.after?.split(/_(.*)/s) ?? [];
      const rows = await listReviews(db, tenantId, scope, filterOf(view, today), {
        after: view.after === undefined ? undefined : { dueOn, submissionId },
        limit: REVIEWS_PAGE + 1,
      });
      const shown = rows.slice(0, REVIEWS_PAGE);
      const last = rows.length > REVIEWS_PAGE ? shown.at(-1) : undefined;
      return {
        reviews: shown.map(({ because, basis, ...row }) => ({
          ...row,
          level: basis.level,
          days: daysBetween(today, row.dueOn),
          sentence: reviewSentence({ dueOn: row.dueOn, because, basis }),
        })),
        next: last ? `${last.dueOn}_${last.submissionId}` : null,
      };
    },
    /** The timeline above the list, of the same level and employee. */
    months({ level, employee }: Pick<ReviewView, 'level' | 'employee'>): Promise<ReviewMonths> {
      return reviewMonths({ db, now, tenantId, scope }, { level, employeeId: employee });
    },
  };
}

function filterOf({ due, month, level, employee }: ReviewView, today: string): ReviewFilter {
  const rest = { level, employeeId: employee };
  if (month !== undefined) {
    const first = `${month}-01`;
    return { ...rest, from: first > today ? first : today, before: addMonths(first, 1) };
  }
  const inDays = (days: number) => addDays(today, days);
  if (due === 'overdue') return { ...rest, before: today };
  if (due === 'soon') return { ...rest, from: today, before: inDays(31) };
  return due === 'quarter' ? { ...rest, from: today, before: inDays(91) } : rest;
}
