import 'server-only';
import type { OpenDatabase } from '../db/client';
import { keysInUse, recordRewrapped, wrappedBy } from '../db/queries/document-files';
import type { InstallationKeys } from './key-file';
import { unwrapKey, wrapKey } from './keys';

/** What a rotation did, for the operator. */
export type Rotated = {
  currentKey: string;
  documents: number;
  /** Keys of DOCUMENT_KEYS that no document needs any more. */
  removable: string[];
};

/** A rotation that cannot be made, in words for the operator. */
export class RotationError extends Error {
  override readonly name = 'RotationError';
}

type Rotation = {
  open: OpenDatabase;
  keys: InstallationKeys;
  at: Date;
  /** Told after each batch how many documents are done. */
  onProgress?: (documents: number) => void;
};

const BATCH = 500;
/**
 * How long a key that no document names stays in the file where other processes work on the same database: one of them may have
 * wrapped a file's key by it that is not on record yet.
 */
const RETIRED_MS = 24 * 60 * 60_000;
/** Any number that no other program uses on the same database. */
const ROTATION_LOCK = 7_214_902_613;

/**
 * Makes a new key-encryption key where the keys are ours, wraps every document's data key by the current one, and retires the others.
 * The documents' bytes are not touched. May be killed at any point and run again: it goes on where it ended.
 *
 * @throws RotationError where another rotation runs, or a document names a key that is not there.
 */
export function rotateDocumentKeys({ open, keys, at, onProgress }: Rotation): Promise<Rotated> {
  return alone(open, async () => {
    const { db } = open;
    await refuseUnknown(open, keys);
    keys.renew();
    const currentKey = keys.current().id;
    let documents = 0;
    for (let old = await keysInUse(db, currentKey); old.length > 0; old = await keysInUse(db, currentKey)) {
      for (const keyId of old) {
        for (let after = ''; ; ) {
          const rows = await wrappedBy(db, keyId, after, BATCH);
          const last = rows.at(-1);
          if (!last) break;
          const rewrapped = rows.map((row) => ({
            id: row.id,
            ...wrapKey(keys, unwrapKey(keys, row, row.storageKey), row.storageKey),
          }));
          await recordRewrapped(db, keyId, rewrapped);
          documents += rows.length;
          after = last.id;
          onProgress?.(documents);
        }
      }
    }
    const unused = keys.others();
    const removable = keys.retire(unused, at);
    // The embedded database has this one process: nobody else can have used a key.
    keys.drop(
      unused,
      open.kind === 'pglite' ? new Date(at.getTime() + 1) : new Date(at.getTime() - RETIRED_MS),
    );
    return { currentKey, documents, removable };
  });
}

async function refuseUnknown({ db }: OpenDatabase, keys: InstallationKeys): Promise<void> {
  const unknown = (await keysInUse(db, '')).filter((id) => !keys.find(id));
  if (unknown.length > 0) {
    throw new RotationError(
      `Documents are wrapped by keys that this installation does not have: ${unknown.join(', ')}. ` +
        'Add them to DOCUMENT_KEYS, or restore document-keys.json.',
    );
  }
}

/** One rotation at a time: two that both made a key would each write the file without the other's. */
async function alone<T>({ kind, pool }: OpenDatabase, work: () => Promise<T>): Promise<T> {
  if (kind === 'pglite') return work();
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      ROTATION_LOCK,
    ]);
    if (!rows[0]?.mine) throw new RotationError('Another rotation runs on this database.');
    try {
      return await work();
    } finally {
      await client.query('select pg_advisory_unlock($1)', [ROTATION_LOCK]);
    }
  } finally {
    // Ends the session, and with it a lock that could not be given back.
    client.release(true);
  }
}
