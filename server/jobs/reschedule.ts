import { newId } from '@/lib/new-id';
import type { Database } from '../db/client';
import { countScheduled, rescheduleBatch } from '../db/queries/review-schedule';
import { openDueReviews } from '../kyc/reviews';
import { workThrough } from '../queue/progress';
import type { WorkData } from '../queue/work';

/** Customers of one batch: well below a second of the embedded database's only session. */
const BATCH = 250;

/** Sets the reviews of a tenant anew after its settings changed, and opens those that have come due by it. */
export async function reschedule(
  db: Database,
  { tenantId, revision }: WorkData<'reschedule'>,
  signal: AbortSignal,
  clock: () => Date = () => new Date(),
): Promise<'done' | 'more'> {
  const outcome = await workThrough({
    db,
    job: 'reschedule',
    tenantId,
    key: `reschedule:${tenantId}:${revision}`,
    note: String(revision),
    count: () => countScheduled(db, tenantId),
    batch: (tx, cursor) => rescheduleBatch(tx, { tenantId, after: cursor ?? '', limit: BATCH, at: clock() }),
    clock,
    signal,
  });
  if (outcome === 'done') await openDueReviews({ db, clock, newId, signal });
  return signal.aborted ? 'more' : outcome;
}
