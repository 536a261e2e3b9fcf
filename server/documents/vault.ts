import 'server-only';
import { createHash, type Hash } from 'node:crypto';
import { type ContentType, FILE_LIMIT } from '@/lib/kyc/contract/documents';
import { KycError } from '@/lib/kyc/contract/errors';
import { newId } from '@/lib/new-id';
import { describeDbError } from '../db/errors';
import { log } from '../log';
import { openFrames, sealFrames } from './frames';
import type { Inspection } from './inspect';
import { installationKeys } from './key-file';
import { type KeyRing, newDataKey, unwrapKey, type WrappedKey, wrapKey } from './keys';
import { documentStore } from './open-store';
import type { DocumentStore } from './store';
import { bytesOf, joined, streamOf } from './streams';
import { turnsOf } from './turns';

/** What a document's record keeps of its file: where it lies, its wrapped data key, and size and SHA-256 of the readable bytes. */
export type SealedFile = WrappedKey & { storageKey: string; sizeInBytes: number; sha256: string };

/** A file that was taken: encrypted in the store, whole, of a kind that is taken, and looked through. */
export type ReceivedFile = SealedFile & Inspection & { contentType: ContentType };

/** Where documents are kept: encrypted on their way in, verified on their way out. */
export type DocumentVault = {
  /**
   * Takes a customer's file as it streams in: encrypts it into the store and looks it through, from a copy in memory or, where
   * others hold those, read back. Memory does not grow with what comes in at once. What is refused or cut off leaves nothing behind; what dies with the process, and what
   * is never put on record, the sweep removes after a day.
   *
   * @throws KycError 413 over {@link FILE_LIMIT}; 415 for a kind that is not taken; 400 for an empty, damaged, encrypted or
   * oversized one, and for a PDF with active content. The message says what is wanted, without the field's path.
   */
  receive(content: AsyncIterable<Uint8Array>): Promise<ReceivedFile>;
  /** Encrypts a file of our own into the store, as it is. */
  put(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<SealedFile>;
  /**
   * A file's readable bytes. The first of them is verified when this resolves; a file that is missing, changed or cut short
   * further on ends the stream with an error, never with fewer or other bytes.
   */
  open(file: Pick<SealedFile, 'storageKey' | 'sealedKey' | 'keyId'>): Promise<ReadableStream<Uint8Array>>;
  /** Removes a file's bytes, if there are any. */
  remove(storageKey: string): Promise<void>;
};

/** How many files are looked through at once: each is in memory whole meanwhile. */
const INSPECTIONS = 2;
const inspection = turnsOf(INSPECTIONS);

/** How many files that come in are kept readable in memory on their way, so that they need not be read back. */
const COPIES = 2;
let copies = COPIES;

let held: DocumentVault | undefined;

/** The installation's vault. */
export function documentVault(): DocumentVault {
  held ??= vaultOver({ store: documentStore(), keys: installationKeys() });
  return held;
}

/** A vault over a store and a ring of keys. */
export function vaultOver({ store, keys }: { store: DocumentStore; keys: KeyRing }): DocumentVault {
  async function seal(content: AsyncIterable<Uint8Array>): Promise<SealedFile> {
    const storageKey = newId();
    const dataKey = newDataKey();
    const measured: Measured = { sizeInBytes: 0, hash: createHash('sha256') };
    await store.put(storageKey, sealFrames(dataKey, measuring(content, measured)));
    const { sizeInBytes, hash } = measured;
    return { storageKey, ...wrapKey(keys, dataKey, storageKey), sizeInBytes, sha256: hash.digest('hex') };
  }

  const vault: DocumentVault = {
    async receive(content) {
      const arrival = new Arrival();
      try {
        const file = await seal(arrival.watch(limited(content)));
        try {
          const { contentType } = arrival;
          if (!contentType) throw new KycError(400, { message: 'is empty' });
          const found = await (arrival.found ??
            look(contentType, async () => bytesOf(await vault.open(file))));
          return { ...file, ...found, contentType };
        } catch (error) {
          await vault
            .remove(file.storageKey)
            .catch((fault: unknown) =>
              log().warn(describeDbError(fault), 'a refused file waits for the sweep'),
            );
          throw error;
        }
      } finally {
        arrival.end();
      }
    },
    put: (content) => seal(asyncOf(content)),
    async open({ storageKey, ...wrapped }) {
      const frames = openFrames(unwrapKey(keys, wrapped, storageKey), store.get(storageKey));
      return streamOf(await frames.next(), frames);
    },
    remove: (storageKey) => store.delete(storageKey),
  };
  return vault;
}

type Measured = { sizeInBytes: number; hash: Hash };

async function* measuring(content: AsyncIterable<Uint8Array>, measured: Measured) {
  for await (const chunk of content) {
    measured.sizeInBytes += chunk.length;
    measured.hash.update(chunk);
    yield chunk;
  }
}

async function* limited(content: AsyncIterable<Uint8Array>) {
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > FILE_LIMIT) {
      throw new KycError(413, { message: `must have at most ${FILE_LIMIT / 1024 / 1024} MiB` });
    }
    yield chunk;
  }
}

/** Looks a file through when it is its turn; its bytes are asked for only then. */
function look(contentType: ContentType, bytes: () => Promise<Uint8Array<ArrayBuffer>>): Promise<Inspection> {
  return inspection(async () => {
    // Decoders are loaded with the first file, so that a start need not wait for them.
    const { inspect } = await import('./inspect');
    return inspect(contentType, await bytes());
  });
}

/**
 * A file on its way in. Judged by its beginning, before a byte of it goes on: nothing of another kind is stored for a moment. Where
 * memory is left for a copy, it is looked through while the store still brings it to disk.
 */
class Arrival {
  /** Undefined until enough has come to judge, and for an empty file. */
  contentType: ContentType | undefined;
  /** What was found in the copy; undefined where there is none. */
  found: Promise<Inspection> | undefined;
  #copy: Uint8Array[] | undefined;

  constructor() {
    if (copies === 0) return;
    copies -= 1;
    this.#copy = [];
  }

  async *watch(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of this.#judge(content)) {
      this.#copy?.push(chunk);
      yield chunk;
    }
    const copy = this.#copy;
    if (!copy || !this.contentType) return;
    this.found = look(this.contentType, async () => joined(copy));
    // It may be refused before the store is done; whoever awaits it hears of it then.
    this.found.catch(() => undefined);
  }

  /** Gives the copy's memory back. */
  end(): void {
    if (this.#copy) copies += 1;
    this.#copy = undefined;
  }

  async *#judge(content: AsyncIterable<Uint8Array>) {
    const { contentTypeOf, HEAD_BYTES } = await import('./content-type');
    let head: Buffer | undefined = Buffer.alloc(0);
    for await (const chunk of content) {
      if (!head) yield chunk;
      else {
        head = Buffer.concat([head, chunk]);
        if (head.length < HEAD_BYTES) continue;
        this.contentType = await contentTypeOf(head);
        yield head;
        head = undefined;
      }
    }
    if (!head) return;
    if (head.length === 0) throw new KycError(400, { message: 'is empty' });
    this.contentType = await contentTypeOf(head);
    yield head;
  }
}

async function* asyncOf(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  yield* content;
}
