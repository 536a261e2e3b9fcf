import 'server-only';
import { hkdfSync, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Env, env } from './env';

/** What a key is for. Each purpose has a key of its own, so that what one of them signed or sealed is nothing to another. */
export type KeyPurpose = 'app-token' | 'mail' | 'next-auth' | 'portal-session';

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
  if (!fs.existsSync(file)) {
    makeSecretFile(file, { authSecret: randomBytes(32).toString('base64url') } satisfies Secrets);
  }
  return readFile(file);
}

function hold(): Secrets {
  held = readSecrets(env());
  return held;
}

/**
 * Writes a new file of secrets as JSON, for the owner only. It appears whole; where another process was faster, its file
 * stays, so read it back.
 */
export function makeSecretFile(file: string, content: object): void {
  const draft = writeDraft(file, content);
  try {
    fs.linkSync(draft, file);
    syncFolder(path.dirname(file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    fs.unlinkSync(draft);
  }
}

/** Replaces a file of secrets: whoever reads meanwhile gets the old content or the new one, each whole. */
export function replaceSecretFile(file: string, content: object): void {
  fs.renameSync(writeDraft(file, content), file);
  syncFolder(path.dirname(file));
}

function writeDraft(file: string, content: object): string {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  fs.writeFileSync(draft, `${JSON.stringify(content)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return draft;
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
  const parsed = secretsFile.safeParse(readSecretFile(file));
  if (parsed.success) return parsed.data;
  throw new Error(
    `${file} is damaged: it must hold {"authSecret": "…"} of at least 32 characters. ` +
      'Restore it from a backup; only if there is none, delete it, which ends all sessions and makes queued mails unreadable.',
  );
}

/** What a file of secrets holds: JSON, or undefined for what is none. Narrows its mode to the owner. Throws where there is no file. */
export function readSecretFile(file: string): unknown {
  // A folder that was copied or unpacked may have lost the mode.
  if ((fs.statSync(file).mode & 0o077) !== 0) fs.chmodSync(file, 0o600);
  return jsonOrUndefined(fs.readFileSync(file, 'utf8'));
}

/** Undefined for what is no JSON: the parser's own message would quote the content. */
function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
