import { setTimeout as sleep } from 'node:timers/promises';
import { isTransientConflict } from './errors';
import type { Database, Tx } from './open';

const ATTEMPTS = 4;

/** Isolation of one transaction; PostgreSQL's own default is `read committed`. */
export type TransactionOptions = Parameters<Database['transaction']>[1];

/**
 * Runs `fn` in one transaction: committed when it resolves, rolled back when it rejects, with the same error.
 * After a serialization failure or a deadlock `fn` runs again, up to three times more, so it must have no effect outside
 * of `tx`. Inside it use `tx` only.
 */
export async function inTransaction<T>(
  db: Database,
  fn: (tx: Tx) => Promise<T>,
  options?: TransactionOptions,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(fn, options);
    } catch (error) {
      if (attempt === ATTEMPTS || !isTransientConflict(error)) throw error;
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
}
