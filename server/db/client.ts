import 'server-only';
import { env } from '../env';
import { type OpenDatabase, openDatabase } from './open';

export {
  type Database,
  type DatabaseKind,
  type DbOrTx,
  type OpenDatabase,
  openDatabase,
  type Tx,
} from './open';

/** On `globalThis`, because a development server loads this module again while the first database is still open. */
const held = globalThis as typeof globalThis & { kycDatabase?: Promise<OpenDatabase> | undefined };

/**
 * The process's one database, opened and migrated from the environment at the first call; callers that come
 * meanwhile wait for the same opening. A failed opening is not remembered: the next call tries again.
 */
export function database(): Promise<OpenDatabase> {
  held.kycDatabase ??= openFromEnv().catch((error: unknown) => {
    held.kycDatabase = undefined;
    throw error;
  });
  return held.kycDatabase;
}

/** Closes the process's database when it is open or opening; a later {@link database} opens it anew. */
export async function closeDatabase(): Promise<void> {
  const opening = held.kycDatabase;
  held.kycDatabase = undefined;
  await (await opening)?.close();
}

/**
 * Makes an already open database the process's one, for programs that choose it themselves (tests, scripts).
 * Returns a function that takes it back and leaves closing to the caller.
 */
export function holdDatabase(open: OpenDatabase): () => void {
  const mine = Promise.resolve(open);
  held.kycDatabase = mine;
  return () => {
    if (held.kycDatabase === mine) held.kycDatabase = undefined;
  };
}

function openFromEnv(): Promise<OpenDatabase> {
  const { databaseUrl, dataDir } = env();
  return openDatabase(databaseUrl === undefined ? { dataDir } : { url: databaseUrl });
}
