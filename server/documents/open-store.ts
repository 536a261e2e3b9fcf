import 'server-only';
import path from 'node:path';
import { env } from '../env';
import { localStore } from './local-store';
import type { DocumentStore } from './store';

let held: DocumentStore | undefined;

/** The installation's store: the bucket of S3_BUCKET, or else DATA_DIR/documents, readable by the product's own user only. */
export function documentStore(): DocumentStore {
  const { s3, dataDir } = env();
  held ??= s3
    ? // The SDK is large, and most installations never need it.
      loadedWhenUsed(() => import('./s3-store').then(({ s3Store }) => s3Store(s3)))
    : localStore(path.join(dataDir, 'documents'));
  return held;
}

function loadedWhenUsed(load: () => Promise<DocumentStore>): DocumentStore {
  let loading: Promise<DocumentStore> | undefined;
  const store = () => {
    loading ??= load();
    return loading;
  };
  return {
    put: async (key, content) => (await store()).put(key, content),
    async *get(key) {
      yield* (await store()).get(key);
    },
    delete: async (name) => (await store()).delete(name),
    async *list() {
      yield* (await store()).list();
    },
    storedAt: async (name) => (await store()).storedAt(name),
  };
}
