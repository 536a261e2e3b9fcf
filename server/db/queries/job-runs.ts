import { sql } from 'drizzle-orm';
import type { DbOrTx } from '../open';

// pg-boss's own tables: `job` holds what waits, runs and ended lately (failed ones for a week), `archive` what ended before.

/** Whether a run of the job has failed and waits for its next try. */
export async function hasRetryWaiting(db: DbOrTx, name: string): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select 1 from pgboss.job where name = ${name} and state = 'retry' limit 1`,
  );
  return rows.length > 0;
}

/** The runs that some process is at, or was at when it died. */
export async function activeRuns(db: DbOrTx): Promise<{ name: string; id: string }[]> {
  const { rows } = await db.execute<{ name: string; id: string }>(
    sql`select name, id from pgboss.job where state = 'active'`,
  );
  return rows;
}
