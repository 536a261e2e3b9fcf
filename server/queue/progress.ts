import 'server-only';
import type { WorkJob } from '@/lib/jobs';
import type { Database, Tx } from '../db/client';
import { findProgress, holdProgress, insertProgress, setProgress } from '../db/queries/job-progress';
import { inTransaction } from '../db/transaction';

/** A long piece of work that goes through many things in an order, batch by batch. */
export type LongWork = {
  db: Database;
  job: WorkJob;
  tenantId: string;
  /** Names the piece for ever (`reassess:main:7`): under the same key nothing is done twice. */
  key: string;
  /** What it works on, in a code or a number, for the page of jobs. */
  note?: string;
  /** How many there are; asked once, when the piece begins. */
  count(db: Database): Promise<number>;
  /**
   * Does the next ones behind `cursor` (null: from the first) in the transaction that also keeps how far it came. Returns how
   * many it did and the last one's place; a null place says that there are no more. Keep a batch well below a second.
   */
  batch(tx: Tx, cursor: string | null): Promise<{ done: number; cursor: string | null }>;
  clock(): Date;
  /** Ends the work after the batch in hand. */
  signal: AbortSignal;
};

/**
 * Does a long piece of work as far as its time goes. `more` says that some is left, for the next run. Batches and their progress are
 * one transaction each, and the progress is held meanwhile: a kill loses at most the batch in hand, which was rolled back, and two
 * that work on one piece take turns, each behind the other's last.
 */
export async function workThrough(work: LongWork): Promise<'done' | 'more'> {
  const { db, job, tenantId, key, note = null, clock, signal } = work;
  if (!(await findProgress(db, key))) {
    await insertProgress(db, { key, tenantId, job, note, total: await work.count(db) }, clock());
  }
  while (!signal.aborted) {
    const isDone = await inTransaction(db, async (tx) => {
      const row = await holdProgress(tx, key);
      if (!row || row.finishedAt) return true;
      const { done, cursor } = await work.batch(tx, row.cursor);
      const at = clock();
      const isLast = cursor === null;
      await setProgress(tx, key, {
        done: row.done + done,
        cursor: cursor ?? row.cursor,
        updatedAt: at,
        finishedAt: isLast ? at : null,
      });
      return isLast;
    });
    if (isDone) return 'done';
  }
  return 'more';
}
