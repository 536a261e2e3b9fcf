import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Counted } from '@/lib/kyc/dashboard';
import type { Database } from '../db/client';
import { describeDbError } from '../db/errors';
import {
  type CountKey,
  claimCounting,
  dropClaim,
  keepCounts,
  lastCounts,
} from '../db/queries/dashboard-counts';
import { log } from '../log';

/** Raised when what is counted gets another shape, so that no older row is read as a newer one. */
const SHAPE = 1;

/** Counting that takes no longer than this is done while the reader waits, in milliseconds. */
const QUICK_MS = 50;
/** What was counted longer ago than this is not shown any more while it is counted anew. */
const TOO_OLD_MS = 15 * 60_000;
/** Whoever counts for longer than this was killed. */
const CLAIM_MS = 30_000;

/** For how long a count is as good as new, in milliseconds: what took long is kept longer. */
export function freshFor(tookMs: number): number {
  return Math.min(Math.max(2_000, 200 * tookMs), 5 * 60_000);
}

type Parts<T> = {
  db: Database;
  clock: () => Date;
  tenantId: string;
  /** Names what is counted, and whose. */
  scope: string;
  count: (at: Date) => Promise<T>;
  /** Gets the counting that nobody waits for. */
  behind?: (counting: Promise<void>) => void;
};

/**
 * What `count` gives, or what it gave a moment ago. However many ask, and on however many instances, one counts at a time; the others
 * are served the last count meanwhile. A count of a small book is never older than two seconds; that of a large one is told by its
 * time, and renewed behind the reader's back.
 */
export async function counted<T>({
  db,
  clock,
  tenantId,
  scope,
  count,
  behind,
}: Parts<T>): Promise<Counted<T>> {
  const key: CountKey = { tenantId, scope: `${scope}/${SHAPE}` };
  for (;;) {
    const at = clock();
    const last = await lastCounts(db, key);
    const age = last ? at.getTime() - last.countedAt.getTime() : Number.POSITIVE_INFINITY;
    if (last && age < freshFor(last.tookMs)) return told<T>(last);
    const lapsed = new Date(at.getTime() - CLAIM_MS);
    if (await claimCounting(db, key, { at, lapsed, saw: last?.countedAt })) {
      const counting = renew(db, key, at, count);
      if (!last || last.tookMs <= QUICK_MS || age > TOO_OLD_MS) return counting;
      const unwaited = counting.then(
        () => undefined,
        (error: unknown) => log().warn(describeDbError(error), 'a dashboard could not be counted anew'),
      );
      behind?.(unwaited);
      return told<T>(last);
    }
    if (last) return told<T>(last);
    await sleep(QUICK_MS);
  }
}

async function renew<T>(
  db: Database,
  key: CountKey,
  at: Date,
  count: Parts<T>['count'],
): Promise<Counted<T>> {
  const begun = performance.now();
  try {
    const counts = await count(at);
    const tookMs = Math.ceil(performance.now() - begun);
    await keepCounts(db, key, { counts, countedAt: at, tookMs });
    return { counts, countedAt: at.toISOString() };
  } catch (error) {
    await dropClaim(db, key).catch(() => undefined);
    throw error;
  }
}

function told<T>({ counts, countedAt }: { counts: unknown; countedAt: Date }): Counted<T> {
  // As `keepCounts` was given it, under the scope and shape that name its type.
  return { counts: counts as T, countedAt: countedAt.toISOString() };
}
