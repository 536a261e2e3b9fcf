import type pg from 'pg';
import { log } from '../../log';
import { describeDbError } from '../errors';

const EVERY_MS = 60_000;
/** What a restart after a crash may have to replay: about a second's work. */
const MAX_UNCHECKED_WAL_BYTES = 32 * 1024 * 1024;

/** The thresholds of PostgreSQL's own autovacuum, by the documentation's defaults. */
const DUE = `
  select format('%I.%I', s.schemaname, s.relname) as name,
         s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0) as dead
  from pg_stat_user_tables s join pg_class c on c.oid = s.relid
  where s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0)
     or s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0)
  order by name`;

const UNCHECKED_WAL = 'select pg_current_wal_lsn() - checkpoint_lsn as bytes from pg_control_checkpoint()';

/**
 * Does what PostgreSQL's background processes do, which PGlite does not have: without it the log would grow until the
 * process ends, dead rows would stay, and the planner would know nothing of the tables' sizes.
 * Returns the commands that were due and have been run.
 */
export async function upkeep(pool: pg.Pool): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string; dead: boolean }>(DUE);
  const commands = tables.map(({ name, dead }) => `${dead ? 'vacuum (analyze)' : 'analyze'} ${name}`);
  const { rows: wal } = await pool.query<{ bytes: string }>(UNCHECKED_WAL);
  if (Number(wal[0]?.bytes) > MAX_UNCHECKED_WAL_BYTES) commands.push('checkpoint');
  for (const command of commands) await pool.query(command);
  return commands;
}

/** Runs {@link upkeep} every minute until the returned function is called, which waits for a round under way. */
export function startUpkeep(pool: pg.Pool): () => Promise<void> {
  let round: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    round ??= upkeep(pool)
      .catch((error: unknown) =>
        log().warn(describeDbError(error), 'the upkeep of the embedded database failed'),
      )
      .finally(() => {
        round = undefined;
      });
  }, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
