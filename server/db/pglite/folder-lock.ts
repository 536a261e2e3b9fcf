import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { processSpace, processStart } from './process-identity';

/** How often a holder touches its claim, and how long another machine watches a claim that nobody touches. */
const HEARTBEAT_MS = 2_000;
const WATCH_MS = 12_000;
/** Two processes that start at the same moment both step back; they come again after a random pause. */
const ATTEMPTS = 4;

const Claim = z.object({ pid: z.number().int().positive(), start: z.string(), space: z.string() });
type Claim = z.infer<typeof Claim>;

/** Held until `release`, which may be called more than once. */
export type FolderLock = { release(): void };

/** The folder is in use by another process; the message says by which, and what to do instead. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
  constructor(folder: string, holder: Claim) {
    super(
      `The embedded database in ${folder} is in use by process ${holder.pid}. It serves one process at a time: ` +
        'stop that process, choose another DATA_DIR, or set DATABASE_URL to a PostgreSQL server, which serves many.',
    );
  }
}

/**
 * Claims the folder for this process until `release`, or throws {@link FolderInUseError}.
 *
 * Each contender writes an exclusive file of its own into `<folder>.lock/` and then looks at the others': a dead
 * one's is removed, a live one's makes it step back. Since a file names its owner, removing a stale one can
 * never take away a live lock, which a single shared lock file cannot promise.
 *
 * A claim is stale when its process has ended (also when its id has since gone to another process). One that
 * comes from another container or machine cannot be looked up: it is stale when its heartbeat stands still.
 */
export async function lockFolder(folder: string, watchMs = WATCH_MS): Promise<FolderLock> {
  const claims = `${folder}.lock`;
  fs.mkdirSync(claims, { recursive: true, mode: 0o700 });
  for (let attempt = 1; ; attempt += 1) {
    const own = writeClaim(claims);
    const lock = keepAlive(own);
    const holder = await otherHolder(claims, own, watchMs);
    if (!holder) return lock;
    lock.release();
    if (attempt === ATTEMPTS) throw new FolderInUseError(folder, holder);
    await sleep(20 + Math.random() * 80);
  }
}

/** The claim appears under its name whole, so that nobody reads half of one. */
function writeClaim(claims: string): string {
  const claim: Claim = { pid: process.pid, start: processStart(process.pid) ?? '', space: processSpace() };
  const name = `${process.pid}-${randomUUID()}`;
  const draft = path.join(claims, `${name}.draft`);
  const own = path.join(claims, `${name}.json`);
  fs.writeFileSync(draft, JSON.stringify(claim), { flag: 'wx', mode: 0o600 });
  fs.renameSync(draft, own);
  return own;
}

async function otherHolder(claims: string, own: string, watchMs: number): Promise<Claim | undefined> {
  for (const name of fs.readdirSync(claims)) {
    const file = path.join(claims, name);
    if (file === own || !name.endsWith('.json')) continue;
    const claim = readClaim(file);
    if (claim && (await isLive(file, claim, watchMs))) return claim;
    fs.rmSync(file, { force: true });
  }
  return undefined;
}

/** `undefined` when the file has gone or holds no claim. */
function readClaim(file: string): Claim | undefined {
  try {
    return Claim.safeParse(JSON.parse(fs.readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

async function isLive(file: string, claim: Claim, watchMs: number): Promise<boolean> {
  if (claim.space === processSpace()) return processStart(claim.pid) === claim.start;
  const seen = touchedAt(file);
  for (let waited = 0; waited < watchMs; waited += HEARTBEAT_MS / 4) {
    await sleep(HEARTBEAT_MS / 4);
    const now = touchedAt(file);
    if (now === undefined) return false;
    if (now !== seen) return true;
  }
  return false;
}

function touchedAt(file: string): number | undefined {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

function keepAlive(own: string): FolderLock {
  const heartbeat = setInterval(() => {
    const now = new Date();
    fs.utimes(own, now, now, () => undefined);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    release() {
      clearInterval(heartbeat);
      fs.rmSync(own, { force: true });
    },
  };
}
