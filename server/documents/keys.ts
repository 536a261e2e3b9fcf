import 'server-only';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { DocumentKey } from '../env';
import { DamagedDocumentError } from './frames';

/** The keys that wrap documents' data keys. */
export type KeyRing = {
  /** The one that wraps new documents' keys. */
  current(): DocumentKey;
  find(id: string): DocumentKey | undefined;
};

/** A file's data key, wrapped, as it lies in the file's record. */
export type WrappedKey = { sealedKey: Buffer; keyId: string };

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 1;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const WRAPPED_BYTES = 1 + NONCE_BYTES + KEY_BYTES + TAG_BYTES;

/** A ring of given keys, the current one first. */
export function ringOf([first, ...others]: readonly [DocumentKey, ...DocumentKey[]]): KeyRing {
  const all = [first, ...others];
  return { current: () => first, find: (id) => all.find((one) => one.id === id) };
}

/** A key for one file. */
export function newDataKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/**
 * Wraps a file's data key by AES-256-GCM with the ring's current key: format byte, nonce, ciphertext, tag. The place of the file
 * is authenticated with it, so that a wrapped key moved to another file's record does not open.
 */
export function wrapKey(ring: KeyRing, dataKey: Buffer, storageKey: string): WrappedKey {
  const { id, key } = ring.current();
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated(storageKey));
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  return { sealedKey: Buffer.concat([Buffer.of(FORMAT), nonce, wrapped, cipher.getAuthTag()]), keyId: id };
}

/**
 * Unwraps what {@link wrapKey} wrapped.
 *
 * @throws Error for a key that is not in the ring, {@link DamagedDocumentError} where the key does not open what is there.
 */
export function unwrapKey(ring: KeyRing, { sealedKey, keyId }: WrappedKey, storageKey: string): Buffer {
  const found = ring.find(keyId);
  if (!found) throw new Error(`The document key ${keyId} is not among this installation's keys`);
  if (sealedKey.length !== WRAPPED_BYTES || sealedKey[0] !== FORMAT) throw damaged();
  const nonce = sealedKey.subarray(1, 1 + NONCE_BYTES);
  const end = WRAPPED_BYTES - TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, found.key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(associated(storageKey));
  decipher.setAuthTag(sealedKey.subarray(end));
  try {
    return Buffer.concat([decipher.update(sealedKey.subarray(1 + NONCE_BYTES, end)), decipher.final()]);
  } catch {
    throw damaged();
  }
}

function damaged(): DamagedDocumentError {
  return new DamagedDocumentError("A document's wrapped key does not open");
}

function associated(storageKey: string): Buffer {
  return Buffer.from(`document:${storageKey}`, 'utf8');
}
