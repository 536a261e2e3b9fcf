import { and, eq, lt } from 'drizzle-orm';
import type { DbOrTx } from '../client';
import { idempotencyKeys } from '../schema';

/** For how long a call's first answer is kept. Contract section 1, `Idempotency-Key`. */
export const ANSWERS_KEPT_MS = 24 * 60 * 60 * 1000;

export type StoredAnswer = typeof idempotencyKeys.$inferSelect;
/** Which call: whose, of which operation, under which key. */
export type AnswerKey = Pick<StoredAnswer, 'clientId' | 'operation' | 'key'>;

/**
 * Keeps a call's first answer. A second one under the same key violates the primary key, or finds the lock not available
 * while the first is still in flight.
 */
export async function insertAnswer(db: DbOrTx, answer: StoredAnswer): Promise<void> {
  await db.insert(idempotencyKeys).values(answer);
}

export async function findAnswer(db: DbOrTx, key: AnswerKey): Promise<StoredAnswer | undefined> {
  const [answer] = await db.select().from(idempotencyKeys).where(isCall(key));
  return answer;
}

/** Forgets a call's answer if it was given before `since`. */
export async function forgetAnswer(db: DbOrTx, key: AnswerKey, since: Date): Promise<void> {
  await db.delete(idempotencyKeys).where(and(isCall(key), lt(idempotencyKeys.createdAt, since)));
}

/** Forgets every answer that was given before `since`. */
export async function forgetAnswersBefore(db: DbOrTx, since: Date): Promise<number> {
  const { rowCount } = await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, since));
  return rowCount ?? 0;
}

function isCall({ clientId, operation, key }: AnswerKey) {
  return and(
    eq(idempotencyKeys.clientId, clientId),
    eq(idempotencyKeys.operation, operation),
    eq(idempotencyKeys.key, key),
  );
}
