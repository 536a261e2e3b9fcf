import type pg from 'pg';
import type { DbOrTx } from './open';

/** Runs statements that somebody else wrote, with their own `$1`; the shape that pg-boss asks for. */
export type RawSql = { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> };

/** Statements inside a transaction: they commit and roll back with it. */
export function rawSqlIn(tx: DbOrTx): RawSql {
  return {
    executeSql: (text, values = []) =>
      tx._.session
        .prepareQuery<{ execute: { rows: unknown[] }; all: unknown; values: unknown }>(
          { sql: text, params: values },
          undefined,
          undefined,
          false,
        )
        .execute(),
  };
}

/**
 * Statements of their own on a pool. A connection that saw an error is thrown away: pg-boss sends whole transactions as one
 * text, which may be left open.
 */
export function rawSqlOn(pool: pg.Pool): RawSql {
  return {
    async executeSql(text, values) {
      const client = await pool.connect();
      try {
        const result = await client.query(text, values);
        client.release();
        return result;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
  };
}
