import 'server-only';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type DocumentKey, type Env, env } from '../env';
import { makeSecretFile, readSecretFile, replaceSecretFile } from '../secrets';
import type { KeyRing } from './keys';

/** The installation's ring, and what a rotation does to it. */
export type InstallationKeys = KeyRing & {
  /** The names of all keys but the current one. */
  others(): string[];
  /**
   * Makes a new current key where the keys are ours, unless an older one still waits for its retirement: then a rotation was cut
   * short, and goes on with the key that it made. With DOCUMENT_KEYS the operator names the current key.
   */
  renew(): void;
  /** Marks keys as used no more. Those of DOCUMENT_KEYS stay, and are returned: they are the operator's to remove. */
  retire(ids: readonly string[], at: Date): string[];
  /** Removes those of the named keys that were retired before a moment. */
  drop(ids: readonly string[], retiredBefore: Date): void;
};

const keyFile = z.object({
  /** The current one first. */
  keys: z
    .array(
      z.object({
        id: z.string().min(1),
        key: z
          .base64()
          .transform((text) => Buffer.from(text, 'base64'))
          .refine((key) => key.length === 32),
        retiredAt: z.iso.datetime().optional(),
      }),
    )
    .min(1),
});
type KeyInFile = DocumentKey & { retiredAt?: string | undefined };

/**
 * The keys of DOCUMENT_KEYS; without it those in `DATA_DIR/document-keys.json`, which the first use makes. Keys of a file that lies
 * there although DOCUMENT_KEYS is set still open documents, until a rotation has moved these over.
 *
 * The file is looked at before each use: a running product takes notice of a rotation at once.
 */
export function installationKeys(
  { dataDir, documentKeys }: Pick<Env, 'dataDir' | 'documentKeys'> = env(),
): InstallationKeys {
  const file = path.join(dataDir, 'document-keys.json');
  const own = documentKeys.length === 0;
  const inFile = watched(file, own);
  const all = (): DocumentKey[] => [...documentKeys, ...inFile()];
  const write = (keys: KeyInFile[]) => {
    if (keys.length === 0) return fs.rmSync(file, { force: true });
    replaceSecretFile(file, {
      keys: keys.map(({ key, ...rest }) => ({ ...rest, key: key.toString('base64') })),
    });
  };
  const current = () => {
    const [first] = all();
    if (!first) throw new Error('There is no key for documents');
    return first;
  };
  return {
    current,
    find: (id) => all().find((one) => one.id === id),
    others: () => all().flatMap(({ id }) => (id === current().id ? [] : id)),
    renew() {
      if (
        !own ||
        inFile()
          .slice(1)
          .some(({ retiredAt }) => retiredAt === undefined)
      )
        return;
      write([newKey(), ...inFile()]);
    },
    retire(ids, at) {
      const retiredAt = at.toISOString();
      const keys = inFile();
      if (keys.some((one) => ids.includes(one.id) && one.retiredAt === undefined)) {
        write(keys.map((one) => (ids.includes(one.id) ? { retiredAt, ...one } : one)));
      }
      return documentKeys.flatMap(({ id }) => (ids.includes(id) ? id : []));
    },
    drop(ids, retiredBefore) {
      const kept = inFile().filter(
        ({ id, retiredAt }) =>
          !ids.includes(id) || retiredAt === undefined || new Date(retiredAt) >= retiredBefore,
      );
      if (kept.length < inFile().length) write(kept);
    },
  };
}

function newKey(): KeyInFile {
  return { id: `key-${randomBytes(6).toString('hex')}`, key: randomBytes(32) };
}

/** The keys in a file, read again whenever it has changed. */
function watched(file: string, make: boolean): () => KeyInFile[] {
  let seen = '';
  let keys: KeyInFile[] = [];
  return () => {
    let stat = fs.statSync(file, { throwIfNoEntry: false });
    if (!stat && make) {
      const { key, id } = newKey();
      makeSecretFile(file, { keys: [{ id, key: key.toString('base64') }] });
      stat = fs.statSync(file);
    }
    // Each change is a new file, put in the place of the old one.
    const state = stat ? `${stat.ino} ${stat.mtimeMs} ${stat.size}` : '';
    if (state !== seen) {
      keys = stat ? readKeys(file) : [];
      seen = state;
    }
    return keys;
  };
}

function readKeys(file: string): KeyInFile[] {
  const parsed = keyFile.safeParse(readSecretFile(file));
  if (parsed.success) return parsed.data.keys;
  throw new Error(
    `${file} is damaged: restore it from a backup. Without its keys no stored document can be read.`,
  );
}
