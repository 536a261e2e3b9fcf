import { sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '../open';

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

/** A clock's turn that did nothing because a next try was waiting. */
const isSkipped = sql`coalesce(output ? 'skipped', false)`;

/** What is told of a failed run that somebody ran again. */
const TAKEN_UP = 'takenUpAt';

export type QueueCounts = {
  name: string;
  waiting: number;
  running: number;
  /** Milliseconds since 1970. */
  retryAt: number | null;
  retryCount: number | null;
  retryLimit: number | null;
};

/** How many runs of each job wait and run, and the next try that is due. */
export async function countRuns(db: DbOrTx): Promise<QueueCounts[]> {
  const { rows } = await db.execute<QueueCounts>(sql`
    select name,
      count(*) filter (where state = 'created')::int as waiting,
      count(*) filter (where state = 'active')::int as running,
      (extract(epoch from min(start_after) filter (where state = 'retry')) * 1000)::float8 as "retryAt",
      min(retry_count) filter (where state = 'retry') as "retryCount",
      min(retry_limit) filter (where state = 'retry') as "retryLimit"
    from pgboss.job where state <= 'active' group by name`);
  return rows;
}

export type LastRun = { name: string; state: 'completed' | 'failed'; endedAt: number; tookMs: number };

/** The run of each job that ended last. */
export async function lastRuns(db: DbOrTx): Promise<LastRun[]> {
  const columns = sql`name, state::text, started_on, completed_on`;
  const hasEnded = sql`state::text in ('completed', 'failed') and started_on is not null and not ${isSkipped}`;
  const { rows } = await db.execute<LastRun>(sql`
    select distinct on (name) name, state,
      (extract(epoch from completed_on) * 1000)::float8 as "endedAt",
      (extract(epoch from completed_on - started_on) * 1000)::float8 as "tookMs"
    from (
      select ${columns} from pgboss.job where ${hasEnded}
      union all
      select ${columns} from pgboss.archive where ${hasEnded}
    ) ended
    order by name, completed_on desc`);
  return rows;
}

export type GivenUp = {
  id: string;
  name: string;
  failedAt: number;
  tries: number;
  output: Record<string, unknown> | null;
  isTakenUp: boolean;
  /** Whether a later run of the same job succeeded. */
  isFollowed: boolean;
};

/** The runs that were given up, the newest first. */
export async function givenUpRuns(db: DbOrTx, limit: number): Promise<GivenUp[]> {
  const { rows } = await db.execute<GivenUp>(sql`
    with succeeded as (
      select name, max(completed_on) as at from (
        select name, completed_on from pgboss.job where state = 'completed' and not ${isSkipped}
        union all
        select name, completed_on from pgboss.archive where state = 'completed' and not ${isSkipped}
      ) ended group by name
    )
    select run.id, run.name, run.output, run.retry_count + 1 as tries,
      (extract(epoch from run.completed_on) * 1000)::float8 as "failedAt",
      coalesce(run.output ? ${TAKEN_UP}, false) as "isTakenUp",
      coalesce(succeeded.at > run.completed_on, false) as "isFollowed"
    from pgboss.job run left join succeeded on succeeded.name = run.name
    where run.state = 'failed'
    order by run.completed_on desc limit ${limit}`);
  return rows;
}

/** Marks a failed run as run again, once; undefined where it is not there, has not failed, or somebody was first. */
export async function takeUpRun(
  tx: Tx,
  name: string,
  id: string,
  at: Date,
): Promise<{ data: object | null; key: string | null } | undefined> {
  const { rows } = await tx.execute<{ data: object | null; key: string | null }>(sql`
    update pgboss.job
    set output = coalesce(output, '{}') || jsonb_build_object(${TAKEN_UP}::text, ${at.toISOString()}::text)
    where name = ${name} and id::text = ${id} and state = 'failed'
      and not coalesce(output ? ${TAKEN_UP}, false)
    returning data, singleton_key as key`);
  return rows[0];
}

/** When the clock last looked at what is due, on whichever instance; the database's own now beside it. */
export async function clockLooks(db: DbOrTx): Promise<{ at: number | null; now: number }> {
  const { rows } = await db.execute<{ at: number | null; now: number }>(sql`
    select (extract(epoch from cron_on) * 1000)::float8 as at, (extract(epoch from now()) * 1000)::float8 as now
    from pgboss.version`);
  return rows[0] ?? { at: null, now: Date.now() };
}
