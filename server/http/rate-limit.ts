import { createHash } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { RATE_GROUPS, type RateGroup } from '@/lib/kyc/contract/operations';

/** The window of every limit, in seconds: the contract counts by the minute. Contract section 1. */
const WINDOW_SECONDS = 60;

/** Wrong app secrets from one address for one app id within a window, before the next one has to wait. */
export const GUESSES_PER_WINDOW = 10;

/** Where a caller stands after one more request. */
export type Quota = {
  /** The policy's name in the headers: a rate group, or `guess`. */
  policy: RateGroup | 'guess';
  limit: number;
  windowSeconds: number;
  remaining: number;
  /** Until the window starts anew, in whole seconds, at least 1. */
  resetSeconds: number;
  allowed: boolean;
};

export type Limits = {
  /** Counts one request of the caller in the group. */
  count(group: RateGroup, caller: string): Promise<Quota>;
  /** Counts one attempt at an app secret, before it is checked, so that attempts side by side are counted too. */
  countGuess(guesser: string): Promise<Quota>;
  /** Takes back what {@link countGuess} counted, because the secret was right. */
  forgiveGuess(guesser: string): Promise<void>;
};

/**
 * The limits in the shared store, so that all instances count together. The table is unlogged: a count is worth no write
 * of the log and no fsync, and a crash that empties it gives every caller a fresh window at worst.
 */
export async function rateLimits(pool: pg.Pool, perMinute: Record<RateGroup, number>): Promise<Limits> {
  await createTable(pool);
  const groups = Object.fromEntries(
    RATE_GROUPS.map((group) => [group, limiter(pool, group, perMinute[group])]),
  ) as Record<RateGroup, RateLimiterPostgres>;
  const guesses = limiter(pool, 'guess', GUESSES_PER_WINDOW, { sweeps: true });
  return {
    count: async (group, caller) => quota(group, groups[group].points, await consume(groups[group], caller)),
    countGuess: async (guesser) => quota('guess', guesses.points, await consume(guesses, guesser)),
    async forgiveGuess(guesser) {
      await guesses.reward(keyOf(guesser));
    },
  };
}

const TABLE = 'rate_limits';

/** The columns that RateLimiterPostgres expects; the free space in a page lets PostgreSQL update a row where it lies. */
async function createTable(pool: pg.Pool): Promise<void> {
  const statement = `create unlogged table if not exists ${TABLE} (
    key varchar(255) primary key, points integer not null default 0, expire bigint
  ) with (fillfactor = 50)`;
  await pool.query(statement).catch((error: unknown) => {
    // Two instances that start together may both find no table; the second one then meets the first one's.
    if (!(error instanceof Error && 'code' in error && (error.code === '23505' || error.code === '42P07'))) {
      throw error;
    }
  });
}

function limiter(
  pool: pg.Pool,
  policy: Quota['policy'],
  points: number,
  { sweeps = false } = {},
): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: TABLE,
    tableCreated: true,
    keyPrefix: policy,
    points,
    duration: WINDOW_SECONDS,
    // A caller over the limit is refused out of memory until its window ends, at no cost for the database.
    ...(policy === 'guess' ? {} : { inMemoryBlockOnConsumed: points + 1 }),
    // One limiter removes what has expired, for all that share the table.
    clearExpiredByTimeout: sweeps,
  });
}

async function consume(from: RateLimiterPostgres, caller: string): Promise<[RateLimiterRes, boolean]> {
  try {
    return [await from.consume(keyOf(caller)), true];
  } catch (refusal) {
    // The library rejects with its result when the limit is reached, and with an error when the store fails.
    if (refusal instanceof RateLimiterRes) return [refusal, false];
    throw refusal;
  }
}

/** Of one length and without personal data, whatever the caller is named by. */
function keyOf(caller: string): string {
  return createHash('sha256').update(caller).digest('base64url');
}

function quota(policy: Quota['policy'], limit: number, [result, allowed]: [RateLimiterRes, boolean]): Quota {
  const resetSeconds = Math.max(1, Math.ceil(result.msBeforeNext / 1000));
  const remaining = allowed ? result.remainingPoints : 0;
  return { policy, limit, windowSeconds: WINDOW_SECONDS, remaining, resetSeconds, allowed };
}

/** The two fields of `draft-ietf-httpapi-ratelimit-headers` (structured fields, RFC 9651). */
export function rateLimitHeaders(quota: Quota): Record<'RateLimit' | 'RateLimit-Policy', string> {
  const { policy, limit, windowSeconds, remaining, resetSeconds } = quota;
  return {
    RateLimit: `"${policy}";r=${remaining};t=${resetSeconds}`,
    'RateLimit-Policy': `"${policy}";q=${limit};w=${windowSeconds}`,
  };
}
