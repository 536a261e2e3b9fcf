import { dayOf } from '@/lib/days';
import type { KycCall } from '@/lib/kyc/api';
import type { Tx } from '../../db/client';
import {
  dueReviews,
  holdDueReview,
  holdOverrideRunOut,
  overridesRunOut,
  type ReviewPlace,
  reviewedTenants,
} from '../../db/queries/due-reviews';
import { endOverride } from '../../db/queries/overrides';
import { inTransaction } from '../../db/transaction';
import { changeSubmission, holdSubmission } from './change';
import type { EngineParts } from './parts';
import { REVIEW_DUE } from './review';

type Parts = Pick<EngineParts, 'db' | 'clock' | 'newId'> & { signal: AbortSignal };

/** Customers that are read at once. */
const BATCH = 200;

/** What occasions the assessment after a level that a person had set for a time. */
const OVERRIDE_ENDED = 'override.ended';

/**
 * Ends the levels whose last day is behind, and has every approved customer whose review is due looked at by compliance. One
 * transaction a customer, so that it may be killed at any point and run again; several instances share the work, each passing over
 * what another holds. A day begins at midnight UTC. Returns how many of both there were.
 */
export async function openDueReviews(parts: Parts): Promise<{ ended: number; opened: number }> {
  const at = parts.clock();
  const today = dayOf(at);
  const ended = await endOverrides(parts, at, today);
  let opened = 0;
  for (const tenantId of await reviewedTenants(parts.db)) {
    opened += await openReviewsOf(parts, tenantId, at, today);
  }
  return { ended, opened };
}

async function openReviewsOf(parts: Parts, tenantId: string, at: Date, today: string): Promise<number> {
  const { db, newId, signal } = parts;
  let opened = 0;
  let after: ReviewPlace | undefined;
  for (;;) {
    const due = await dueReviews(db, tenantId, today, { after, limit: BATCH });
    for (const { submissionId } of due) {
      if (signal.aborted) return opened;
      const isOpened = await inTransaction(db, async (tx) => {
        const review = await holdDueReview(tx, submissionId, today);
        if (review === undefined) return false;
        const call = systemCall(tenantId, newId());
        const held = await holdSubmission(tx, call, submissionId);
        await changeSubmission(tx, parts, { call, at }, held, {
          state: 'ComplianceReview',
          events: [{ type: 'review.opened', submissionId, data: review }],
          trigger: REVIEW_DUE,
        });
        return true;
      });
      if (isOpened) opened += 1;
    }
    after = due.at(-1);
    if (due.length < BATCH) return opened;
  }
}

async function endOverrides(parts: Parts, at: Date, today: string): Promise<number> {
  const { db, signal } = parts;
  let ended = 0;
  let after = '';
  for (;;) {
    const runOut = await overridesRunOut(db, today, { after, limit: BATCH });
    for (const one of runOut) {
      if (signal.aborted) return ended;
      if (await inTransaction(db, (tx) => endOne(tx, parts, one, at, today))) ended += 1;
    }
    after = runOut.at(-1)?.submissionId ?? after;
    if (runOut.length < BATCH) return ended;
  }
}

/** The calculated level is in force again: an assessment of its own says so. */
async function endOne(
  tx: Tx,
  parts: Parts,
  { tenantId, submissionId }: { tenantId: string; submissionId: string },
  at: Date,
  today: string,
): Promise<boolean> {
  if (!(await holdOverrideRunOut(tx, submissionId, today))) return false;
  const overrideId = await endOverride(tx, submissionId, 'expired', at);
  if (overrideId === undefined) return false;
  const call = systemCall(tenantId, parts.newId());
  const held = await holdSubmission(tx, call, submissionId);
  await changeSubmission(tx, parts, { call, at }, held, {
    events: [{ type: 'risk.override_ended', submissionId, data: { overrideId, because: 'expired' } }],
    trigger: OVERRIDE_ENDED,
  });
  return true;
}

function systemCall(tenantId: string, requestId: string): KycCall {
  return { tenantId, actor: { kind: 'system', id: 'reviews' }, requestId };
}
