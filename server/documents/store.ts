import 'server-only';
import path from 'node:path';
import { FileStorage, Visibility } from '@flystorage/file-storage';
import { LocalStorageAdapter } from '@flystorage/local-fs';
import { env } from '../env';

/** Where documents' bytes lie. Keys are opaque and the store's own: none is made of a customer's words. */
export type DocumentStore = {
  /** Stores the bytes under a key; what lay there is replaced. Resolves once a reader gets all of them. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes under a key. Rejects where there are none. */
  get(key: string): Promise<Buffer>;
  /** Removes what lies under a key, if anything does. */
  delete(key: string): Promise<void>;
};

/** The installation's store: DATA_DIR/documents, readable by the product's own user only. */
export function documentStore(): DocumentStore {
  return localStore(path.join(env().dataDir, 'documents'));
}

/** A store in a folder of this machine, which is made with the first document. */
export function localStore(folder: string): DocumentStore {
  const storage = new FileStorage(
    new LocalStorageAdapter(path.resolve(folder), { rootDirectoryVisibility: Visibility.PRIVATE }),
  );
  const access = { visibility: Visibility.PRIVATE, directoryVisibility: Visibility.PRIVATE };
  return {
    async put(key, bytes) {
      // A draft first: a process that dies while it writes leaves no half document under the key.
      const draft = `${placeOf(key)}.draft`;
      await storage.write(draft, Buffer.from(bytes), access);
      await storage.moveFile(draft, placeOf(key), access);
    },
    get: async (key) => Buffer.from(await storage.readToUint8Array(placeOf(key))),
    delete: (key) => storage.deleteFile(placeOf(key)),
  };
}

/** Spread over folders by the key's end, where the random part of a UUIDv7 is. */
function placeOf(key: string): string {
  if (!/^[\w-]{4,64}$/.test(key)) throw new TypeError('This is no key of a document');
  return `${key.slice(-2)}/${key}`;
}
