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
