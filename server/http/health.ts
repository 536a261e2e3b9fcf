import 'server-only';
import packageJson from '@/package.json' with { type: 'json' };
import { database } from '../db/client';
import { env } from '../env';

/** How long the database may take to answer before it counts as away, in milliseconds. */
const PATIENCE_MS = 2_000;

/** What `/api/health` tells; for people and load balancers, so nothing of the inside but these. */
export type Health = {
  status: 'ok' | 'unavailable';
  version: string;
  mode: 'demo' | 'real';
  /** Which side answers the KYC API. */
  kyc: 'embedded' | 'remote';
  database: { kind: 'pglite' | 'postgres' | null; state: 'up' | 'down' };
};

/** The process's health now, by asking the database for something trivial. */
export async function health(): Promise<Health> {
  const { mode, remote } = env();
  const state = await databaseState();
  return {
    status: state.state === 'up' ? 'ok' : 'unavailable',
    version: packageJson.version,
    mode,
    kyc: remote ? 'remote' : 'embedded',
    database: state,
  };
}

async function databaseState(): Promise<Health['database']> {
  let kind: Health['database']['kind'] = null;
  let timer: NodeJS.Timeout | undefined;
  const answered = database().then(async (open) => {
    kind = open.kind;
    await open.pool.query('select 1');
    return true;
  });
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false);
  });
  const up = await Promise.race([answered.catch(() => false), tooLate]).finally(() => clearTimeout(timer));
  return { kind, state: up ? 'up' : 'down' };
}

/** The answer of `/api/health`: 200 while it can serve, 503 while the database is away. */
export async function healthResponse(): Promise<Response> {
  const current = await health();
  return Response.json(current, {
    status: current.status === 'ok' ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  });
}
