import 'server-only';
import { DEMO_ACCOUNTS, DEMO_API_CLIENT, DEMO_PASSWORD, DEMO_PORTAL_ACCOUNTS } from '@/lib/demo-accounts';
import { paths } from '@/lib/paths';
import { firstAdminLink } from './auth/first-admin';
import { closeDatabase, database, type OpenDatabase } from './db/client';
import { seedDemo } from './db/demo';
import { describeDbError } from './db/errors';
import { seedLibraryForms } from './db/library';
import { seedLibraryReasons } from './db/library/reasons';
import { FolderInUseError } from './db/pglite/folder-lock';
import { inTransaction } from './db/transaction';
import { EnvError, env } from './env';
import { startJobs, stopJobs } from './jobs';
import { seedShippedModel } from './kyc/embedded/active-model';
import { secrets } from './secrets';

/** What the product tells the script that started it (scripts/start.mjs), which cannot import a module of the build. */
type Running = {
  /** For the operator's terminal, printed once the product serves. */
  lines: readonly string[];
  /** Ends the jobs and closes the database; resolves when nothing is left open. May be called more than once. */
  shutDown(): Promise<void>;
};

/** A start that cannot go on, in words for the operator. */
class StartError extends Error {}

const KEY = Symbol.for('kyc-onboarding.running');
const held = globalThis as typeof globalThis & { [KEY]?: Running };

/**
 * Starts what a serving process needs, before its first request: configuration, database, jobs. Where that cannot be
 * done, says why in one message on stderr and ends the process with exit code 1. A second call in one process (a
 * development server loads its modules again) does nothing.
 */
export async function boot(): Promise<void> {
  if (held[KEY]) return;
  const running: Running = { lines: [], shutDown };
  held[KEY] = running;
  try {
    running.lines = await start();
  } catch (error) {
    await shutDown().catch(() => undefined);
    process.stderr.write(`${reason(error)}\n`);
    process.exit(1);
  }
}

async function start(): Promise<readonly string[]> {
  const { mode, remote, tenantId } = env();
  await secrets();
  const open = await openDatabase();
  if (mode === 'demo') await seedDemo(open);
  else if (remote === undefined) await seedLibrary(open, tenantId);
  if (remote === undefined) await seedShippedModel(open.db, tenantId, new Date());
  await startJobs();
  return mode === 'demo' ? demoLines() : firstAdminLines();
}

/** The forms and reasons that an installation of the engine begins with. */
async function seedLibrary({ db }: OpenDatabase, tenantId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await seedLibraryForms(tx, tenantId, new Date());
    await seedLibraryReasons(tx, tenantId, new Date());
  });
}

function demoLines(): string[] {
  const { appId, appSecret, tenantId } = DEMO_API_CLIENT;
  const { origin, remote } = env();
  return [
    `Demo mode, on this machine only. Sign in with the password ${DEMO_PASSWORD} as`,
    ...DEMO_ACCOUNTS.map(({ email, role }) => `  ${email.padEnd(26)} ${role.replaceAll('_', ' ')}`),
    ...(remote === undefined ? demoPortalLines(origin) : []),
    `API client: appId ${appId}, appSecret ${appSecret}, tenantId ${tenantId}`,
  ];
}

function demoPortalLines(origin: string): string[] {
  const accounts = DEMO_PORTAL_ACCOUNTS.map(({ email }) => `  ${email.padEnd(26)} customer`);
  return [`and to the customers' pages at ${origin}${paths.portal}, with the same password, as`, ...accounts];
}

/** Nothing once there is an admin: the link is for the terminal of the one who installs, and works once. */
async function firstAdminLines(): Promise<string[]> {
  const link = await firstAdminLink();
  return link === undefined
    ? []
    : ['There is no admin yet. Make the first admin here, once, within 24 hours:', `  ${link}`];
}

async function openDatabase(): Promise<OpenDatabase> {
  try {
    return await database();
  } catch (error) {
    const { code } = describeDbError(error);
    if (env().databaseUrl === undefined || code === undefined) throw error;
    throw new StartError(`The PostgreSQL server that DATABASE_URL names cannot be used (${code}).`);
  }
}

async function shutDown(): Promise<void> {
  await stopJobs();
  await closeDatabase();
}

/** The operator's mistakes in their own words; anything else without the values that a database error quotes. */
function reason(error: unknown): string {
  const told = [EnvError, FolderInUseError, StartError].some((kind) => error instanceof kind);
  if (told && error instanceof Error) return error.message;
  const description = JSON.stringify(describeDbError(error));
  const stack =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return [`The product could not start: ${description}`, ...stack].join('\n');
}
