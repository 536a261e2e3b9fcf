import pg from 'pg';
import type { OpenPool } from '../open-pool';

/** Opens a pool to a PostgreSQL server. Connections are made when they are needed; none is made here. */
export function openPostgres(url: string): OpenPool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'kyc-onboarding',
    // The embedded database runs in UTC, and what a query prints must not depend on which one it is.
    options: '-c TimeZone=UTC',
    max: 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  return { pool, close: () => pool.end() };
}
