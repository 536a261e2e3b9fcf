import { Readable } from 'node:stream';
import type { FileStorage } from '@flystorage/file-storage';
import type { DocumentStore } from './store';

const DRAFT = '.draft';
const NAME = /^[\w-]{4,64}(\.draft)?$/;

/** Spread over folders by the key's end, where the random part of a UUIDv7 is. */
export function placeOf(name: string): string {
  if (!NAME.test(name)) throw new TypeError('This is no key of a document');
  return `${name.replace(DRAFT, '').slice(-2)}/${name}`;
}

/** The name under which what is being written for a key lies until it is whole. */
export function draftOf(key: string): string {
  return `${key}${DRAFT}`;
}

/** What folders and buckets have in common: all but the writing. */
export function readingOf(storage: FileStorage): Omit<DocumentStore, 'put'> {
  return {
    async *get(key) {
      const stream = await storage.read(placeOf(key));
      try {
        yield* stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
      } finally {
        // The library frees the file or socket at its end only: a reader who leaves early has the rest read into nothing.
        stream.on('error', () => undefined).resume();
      }
    },
    delete: (name) => storage.deleteFile(placeOf(name)),
    async *list() {
      for await (const { isFile, path } of storage.list('', { deep: true })) {
        const name = path.slice(path.lastIndexOf('/') + 1);
        // What does not lie where this product puts things is none of its own.
        if (isFile && NAME.test(name) && path === placeOf(name)) yield name;
      }
    },
    async storedAt(name) {
      if (!(await storage.fileExists(placeOf(name)))) return undefined;
      const milliseconds = await storage.lastModified(placeOf(name)).catch(() => undefined);
      return milliseconds === undefined ? undefined : new Date(milliseconds);
    },
  };
}

/** Writes a stream by `write`; what the stream itself throws is thrown as it is, not in the library's wrapping. */
export async function writing(
  content: AsyncIterable<Uint8Array>,
  write: (body: Readable) => Promise<void>,
): Promise<void> {
  const failure: { reason?: unknown } = {};
  async function* watched() {
    try {
      yield* content;
    } catch (error) {
      failure.reason = error;
      throw error;
    }
  }
  try {
    await write(Readable.from(watched(), { objectMode: false, highWaterMark: 64 * 1024 }));
  } catch (error) {
    throw failure.reason ?? error;
  }
}
