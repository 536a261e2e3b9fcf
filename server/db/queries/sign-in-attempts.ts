import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '../client';
import { signInAttempts } from '../schema';

const T = signInAttempts;

/** How failures turn into pauses. */
export type PauseRule = {
  /** Failures until the first pause, which the last of them begins; at least 2. */
  allowed: number;
  /** The first pause and the longest, in seconds; each is twice the one before. */
  firstSeconds: number;
  longestSeconds: number;
  /** After so many seconds without an attempt the count begins anew. */
  forgottenAfterSeconds: number;
};

/**
 * Counts one attempt as failed, before it is looked at: undefined when it may go on, else the moment until which the
 * key is paused. One statement, so that of any number of attempts at once only those that are allowed go on.
 */
export async function claimAttempt(
  db: DbOrTx,
  key: string,
  rule: PauseRule,
  at: Date,
): Promise<Date | undefined> {
  const now = sql`${at.toISOString()}::timestamptz`;
  const forgotten = sql`${T.lastAttemptAt} < ${now} - make_interval(secs => ${rule.forgottenAfterSeconds})`;
  const failures = sql<number>`case when ${forgotten} then 1 else ${T.failures} + 1 end`;
  const pausedUntil = sql`${now} + make_interval(secs => case
    when ${failures} < ${rule.allowed} then 0
    else least(${rule.longestSeconds}, ${rule.firstSeconds} * 2 ^ least(${failures} - ${rule.allowed}, 30))
  end)`;
  const claimed = await db
    .insert(T)
    .values({ key, failures: 1, pausedUntil: at, lastAttemptAt: at })
    .onConflictDoUpdate({
      target: T.key,
      set: { failures, pausedUntil, lastAttemptAt: at },
      setWhere: sql`${T.pausedUntil} <= ${now}`,
    })
    .returning({ key: T.key });
  if (claimed.length > 0) return undefined;
  const [row] = await db.select({ until: T.pausedUntil }).from(T).where(eq(T.key, key));
  return row?.until ?? at;
}

/** Forgets a key's failures. */
export async function clearAttempts(tx: Tx, key: string): Promise<void> {
  await tx.delete(T).where(eq(T.key, key));
}

/** Takes back one attempt, because it succeeded. */
export async function forgiveAttempt(tx: Tx, key: string): Promise<void> {
  await tx
    .update(T)
    .set({ failures: sql`greatest(${T.failures} - 1, 0)` })
    .where(eq(T.key, key));
}

/** Removes what nobody has tried since `before`. */
export async function deleteOldAttempts(db: DbOrTx, before: Date): Promise<void> {
  await db.delete(T).where(lt(T.lastAttemptAt, before));
}

/** Which of these keys are paused at a moment, and until when. */
export async function pausedKeys(db: DbOrTx, keys: readonly string[], at: Date): Promise<Map<string, Date>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .select({ key: T.key, until: T.pausedUntil })
    .from(T)
    .where(and(inArray(T.key, [...keys]), gt(T.pausedUntil, at)));
  return new Map(rows.map(({ key, until }) => [key, until]));
}
