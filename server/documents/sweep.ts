import 'server-only';
import type { Database } from '../db/client';
import { hasDocuments, recordedKeys } from '../db/queries/document-files';
import type { DocumentStore } from './store';

/** How long what was stored may wait for its record. */
const GRACE_MS = 24 * 60 * 60_000;
const BATCH = 500;

type Sweep = { db: Database; store: DocumentStore; at: Date; signal?: AbortSignal };

/**
 * Removes what lies in the store for more than a day without the record of a document: uploads that ended with their process,
 * bytes of deleted documents, drafts. A database without any document sweeps nothing: it is new, or the wrong one. Resolves to
 * how many were removed.
 */
export async function sweepDocuments({ db, store, at, signal }: Sweep): Promise<number> {
  if (!(await hasDocuments(db))) return 0;
  const before = new Date(at.getTime() - GRACE_MS);
  let removed = 0;
  for await (const names of batches(store.list(), BATCH)) {
    const recorded = await recordedKeys(db, names);
    for (const name of names) {
      if (signal?.aborted) return removed;
      if (recorded.has(name)) continue;
      const storedAt = await store.storedAt(name);
      if (storedAt === undefined || storedAt >= before) continue;
      await store.delete(name);
      removed += 1;
    }
  }
  return removed;
}

async function* batches(names: AsyncIterable<string>, size: number): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const name of names) {
    batch.push(name);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
