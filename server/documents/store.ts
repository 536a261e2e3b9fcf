import 'server-only';
import path from 'node:path';
import { env } from '../env';
import { localStore } from './local-store';

/**
 * Where documents' bytes lie, encrypted: it is never given a readable one. Keys are opaque and the product's own: none is made of
 * a customer's words.
 */
export type DocumentStore = {
  /**
   * Stores what streams by under a key; what lay there is replaced. Resolves once a reader gets all of it, also after a power cut.
   * Where the content throws, rejects with just that, and nothing lies under the key that did not before.
   */
  put(key: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** What lies under a key, read as it is asked for. Throws at the first read where nothing does. */
  get(key: string): AsyncIterable<Uint8Array>;
  /** Removes what lies under a key or a name of {@link list}, if anything does. */
  delete(name: string): Promise<void>;
  /** The names of all that lies here: keys, and what a `put` that was cut short left behind. */
  list(): AsyncIterable<string>;
  /** When something was stored; undefined where nothing is. */
  storedAt(name: string): Promise<Date | undefined>;
};

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
