import 'server-only';
import type { Database } from '../db/client';
import { describeDbError } from '../db/errors';
import { plainDocuments, recordSealed } from '../db/queries/document-files';
import { log } from '../log';
import type { DocumentStore } from './store';
import type { DocumentVault } from './vault';

const BATCH = 100;

type Sealing = { db: Database; store: DocumentStore; vault: DocumentVault; signal?: AbortSignal };

/**
 * Encrypts the documents of an installation from before the encryption: each is written anew under another key, its record is
 * changed, then its readable bytes are removed. May be killed at any point and run again; what it leaves then is swept. One whose bytes
 * are missing is logged and left. Resolves to how many were encrypted.
 */
export async function sealPlainDocuments({ db, store, vault, signal }: Sealing): Promise<number> {
  let sealed = 0;
  let after = '';
  for (;;) {
    const rows = await plainDocuments(db, after, BATCH);
    for (const row of rows) {
      if (signal?.aborted) return sealed;
      try {
        const { storageKey, sealedKey, keyId } = await vault.put(store.get(row.storageKey));
        const recorded = await recordSealed(db, row, { storageKey, sealedKey, keyId });
        await store.delete(recorded ? row.storageKey : storageKey);
        if (recorded) sealed += 1;
      } catch (error) {
        log().error({ documentId: row.id, ...describeDbError(error) }, 'a document could not be encrypted');
      }
    }
    const last = rows.at(-1);
    if (!last) return sealed;
    after = last.id;
  }
}
