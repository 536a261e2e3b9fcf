import 'server-only';
import { hkdfSync, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Env, env } from './env';

/** What a key is for. Each purpose has a key of its own, so that what one of them signed or sealed is nothing to another. */
export type KeyPurpose = 'app-token' | 'mail' | 'next-auth';

export type Secrets = {
  /** At least 32 characters; every other key of the installation is derived from it. */
  authSecret: string;
};

const secretsFile = z.object({ authSecret: z.string().min(32) });

let held: Secrets | undefined;

/**
 * The installation's secrets: AUTH_SECRET where it is set, else those in `DATA_DIR/secrets.json`, which the first start
 * makes. Throws when that file is damaged; a new secret would orphan every sealed mail and open session without a word.
 */
export async function secrets(): Promise<Secrets> {
  return held ?? hold();
}

const derived = new Map<KeyPurpose, Buffer>();

/** The 32-byte key for one purpose: HKDF-SHA256 (RFC 5869) of the installation's secret, derived once. Not to be written to. */
export function deriveKey(purpose: KeyPurpose): Buffer {
  const known = derived.get(purpose) ?? keyFrom((held ?? hold()).authSecret, purpose);
  derived.set(purpose, known);
  return known;
}

/** {@link deriveKey} of a given secret. */
export function keyFrom(authSecret: string, purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', authSecret, '', `kyc-onboarding/${purpose}`, 32));
}

/** The secrets of a configuration. Processes that start together over one new folder end up with the same ones. */
export function readSecrets({ authSecret, dataDir }: Pick<Env, 'authSecret' | 'dataDir'>): Secrets {
  if (authSecret !== undefined) return { authSecret };
  const file = path.join(dataDir, 'secrets.json');
  if (!fs.existsSync(file)) makeFile(file);
  return readFile(file);
}

function hold(): Secrets {
  held = readSecrets(env());
  return held;
}

/** The file appears whole and with its final mode; where another process was faster, its file stays. */
function makeFile(file: string): void {
  const folder = path.dirname(file);
  fs.mkdirSync(folder, { recursive: true });
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  const content: Secrets = { authSecret: randomBytes(32).toString('base64url') };
  fs.writeFileSync(draft, `${JSON.stringify(content)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    fs.linkSync(draft, file);
    syncFolder(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    fs.unlinkSync(draft);
  }
}

/** Makes the new name outlive a power cut, as what is sealed with the secret does. */
function syncFolder(folder: string): void {
  const handle = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

function readFile(file: string): Secrets {
  // A folder that was copied or unpacked may have lost the mode.
  if ((fs.statSync(file).mode & 0o077) !== 0) fs.chmodSync(file, 0o600);
  const parsed = secretsFile.safeParse(jsonOrUndefined(fs.readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(
    `${file} is damaged: it must hold {"authSecret": "…"} of at least 32 characters. ` +
      'Restore it from a backup; only if there is none, delete it, which ends all sessions and makes queued mails unreadable.',
  );
}

/** Undefined for what is no JSON: the parser's own message would quote the content. */
function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
