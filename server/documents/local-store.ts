import 'server-only';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { FileStorage, Visibility } from '@flystorage/file-storage';
import { LocalStorageAdapter } from '@flystorage/local-fs';
import { draftOf, placeOf, readingOf, writing } from './flystore';
import type { DocumentStore } from './store';

/** A store in a folder of this machine, which is made with the first document. */
export function localStore(folder: string): DocumentStore {
  const root = path.resolve(folder);
  const storage = new FileStorage(
    new LocalStorageAdapter(root, { rootDirectoryVisibility: Visibility.PRIVATE }),
  );
  const access = { visibility: Visibility.PRIVATE, directoryVisibility: Visibility.PRIVATE };
  const reading = readingOf(storage);
  return {
    ...reading,
    async *list() {
      if (existsSync(root)) yield* reading.list();
    },
    async put(key, content) {
      // A draft first: a process that dies while it writes leaves no half document under the key.
      const [place, draft] = [placeOf(key), placeOf(draftOf(key))];
      try {
        await writing(content, (body) => storage.write(draft, body, access));
        await sync(path.join(root, draft));
        await storage.moveFile(draft, place, access);
      } catch (error) {
        await storage.deleteFile(draft).catch(() => undefined);
        throw error;
      }
      await sync(path.dirname(path.join(root, place)));
      await sync(root);
    },
  };
}

/** Makes the content of a file, or the names in a folder, outlive a power cut: the record that names them does. */
async function sync(place: string): Promise<void> {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
