import type { KycState } from '@/lib/kyc/contract/lists';
import type { Tx } from '../../db/client';
import { bringReviewForward, scheduleReviews, unscheduleReviews } from '../../db/queries/review-schedule';

/** What occasions the review that has come due. */
export const REVIEW_DUE = 'review.due';

/**
 * Keeps the calendar of reviews true to a change: who is approved has a next one; one that begins for another reason than its day has
 * come is due now, and stays so until it is decided; who is no longer a customer has none.
 */
export async function followReview(
  tx: Tx,
  { id, kycState }: { id: string; kycState: KycState },
  { state, at, trigger }: { state: KycState; at: Date; trigger: string },
): Promise<void> {
  if (state === 'Approved') return scheduleReviews(tx, [id], at);
  if (state === 'ComplianceReview') {
    if (kycState === 'Approved' && trigger !== REVIEW_DUE) await bringReviewForward(tx, id, at);
    return;
  }
  if (kycState === 'ComplianceReview') await unscheduleReviews(tx, [id]);
}
