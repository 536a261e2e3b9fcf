/**
 * Where an upload stands. `storing`: all bytes are sent and the server still looks at them. `stored` only after the server said so.
 * `refused`: it will not take this file. `failed`: it may take it at another try. `offline`: goes on by itself once there is a line.
 */
export type UploadState =
  | 'waiting'
  | 'offline'
  | 'sending'
  | 'storing'
  | 'stored'
  | 'refused'
  | 'failed'
  | 'cancelled';

/** One file on its way. The file is kept until it is dismissed, so that every try has it. */
export interface Upload<T> {
  key: string;
  file: File;
  state: UploadState;
  /** Bytes, of the whole request. */
  sent: number;
  total: number;
  /** Why it was refused or failed, in the server's words; missing where no answer came. */
  message?: string;
  /** What the server answered, once it is stored. */
  result?: T;
}

/** How a try ended. */
export type UploadOutcome<T> =
  | { kind: 'stored'; result: T }
  | { kind: 'refused' | 'failed'; message?: string | undefined };

/** The fields of the request's form in their order, the file among them. */
export type UploadParts = readonly (readonly [name: string, value: string | File])[];

/** Sends one form; rejects when it is aborted or no answer came. */
export type SendUpload<T> = (
  parts: UploadParts,
  progress: (sent: number, total: number) => void,
  signal: AbortSignal,
) => Promise<UploadOutcome<T>>;

interface QueueOptions<T> {
  send: SendUpload<T>;
  isOnline: () => boolean;
  onStored: (result: T, upload: Upload<T>) => void;
}

/** Files on the way at once: more would only slow each other down. */
const AT_ONCE = 2;

const OVER: readonly UploadState[] = ['stored', 'refused', 'failed', 'cancelled'];

/** Sends files one request each, two at a time, in the order in which they were added. */
export class UploadQueue<T> {
  #uploads: readonly Upload<T>[] = [];
  readonly #parts = new Map<string, UploadParts>();
  readonly #tries = new Map<string, AbortController>();
  readonly #listeners = new Set<() => void>();
  #options: QueueOptions<T> | undefined;
  #count = 0;

  /** How files are sent from now on. Nothing is sent before the first call. */
  use(options: QueueOptions<T>): void {
    const first = this.#options === undefined;
    this.#options = options;
    if (first) this.#next();
  }

  /** The uploads as of now; the same list until something changes. */
  readonly uploads = (): readonly Upload<T>[] => this.#uploads;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Queues a file; one that is known not to be taken is refused at once, with these words. */
  add(file: File, parts: UploadParts, refusal?: string): string {
    this.#count += 1;
    const key = `upload-${this.#count}`;
    this.#parts.set(key, parts);
    const upload: Upload<T> = { key, file, state: 'waiting', sent: 0, total: file.size };
    this.#set([
      ...this.#uploads,
      refusal === undefined ? upload : { ...upload, state: 'refused', message: refusal },
    ]);
    this.#next();
    return key;
  }

  /** Breaks off; a server that had all the bytes already may still keep the file. What is over stays as it ended. */
  cancel(key: string): void {
    const upload = this.#find(key);
    if (!upload || OVER.includes(upload.state)) return;
    this.#change(key, { state: 'cancelled' });
    this.#tries.get(key)?.abort();
    this.#next();
  }

  cancelAll(): void {
    for (const { key } of this.#uploads) this.cancel(key);
  }

  /** Tries again what failed, was refused or broken off. */
  retry(key: string): void {
    const upload = this.#find(key);
    if (!upload || !OVER.includes(upload.state) || upload.state === 'stored') return;
    const { message: _message, ...rest } = upload;
    this.#replace(key, { ...rest, state: 'waiting', sent: 0 });
    this.#next();
  }

  /** Takes an upload that is over from the list. */
  dismiss(key: string): void {
    const upload = this.#find(key);
    if (!upload || !OVER.includes(upload.state)) return;
    this.#parts.delete(key);
    this.#set(this.#uploads.filter((one) => one.key !== key));
  }

  /** The line came back. */
  wake(): void {
    for (const { key, state } of this.#uploads) {
      if (state === 'offline') this.#change(key, { state: 'waiting', sent: 0 });
    }
    this.#next();
  }

  #next(): void {
    const { isOnline } = this.#options ?? {};
    if (!isOnline) return;
    for (const upload of this.#uploads) {
      if (upload.state !== 'waiting') continue;
      if (!isOnline()) this.#change(upload.key, { state: 'offline' });
      else if (this.#tries.size < AT_ONCE) void this.#try(upload.key);
    }
  }

  async #try(key: string): Promise<void> {
    const parts = this.#parts.get(key);
    const options = this.#options;
    if (!parts || !options) return;
    const abort = new AbortController();
    this.#tries.set(key, abort);
    this.#change(key, { state: 'sending' });
    const outcome = await options
      .send(
        parts,
        (sent, total) => {
          if (!abort.signal.aborted) this.#progress(key, sent, total);
        },
        abort.signal,
      )
      .catch((): UploadOutcome<T> => ({ kind: 'failed' }));
    // A file that was cancelled and tried again has a newer try by now.
    if (this.#tries.get(key) === abort) this.#tries.delete(key);
    if (!abort.signal.aborted) this.#end(key, outcome);
    this.#next();
  }

  #progress(key: string, sent: number, total: number): void {
    const state = this.#find(key)?.state;
    if (state !== 'sending' && state !== 'storing') return;
    this.#change(key, { sent, total, state: sent >= total ? 'storing' : 'sending' });
  }

  #end(key: string, outcome: UploadOutcome<T>): void {
    if (outcome.kind === 'stored') {
      const { result } = outcome;
      this.#change(key, { state: 'stored', result });
      const upload = this.#find(key);
      if (upload) this.#options?.onStored(result, upload);
      return;
    }
    const { kind, message } = outcome;
    const offline = kind === 'failed' && message === undefined && !this.#options?.isOnline();
    this.#change(
      key,
      offline ? { state: 'offline', sent: 0 } : { state: kind, ...(message ? { message } : {}) },
    );
  }

  #find(key: string): Upload<T> | undefined {
    return this.#uploads.find((upload) => upload.key === key);
  }

  #change(key: string, change: Partial<Upload<T>>): void {
    const upload = this.#find(key);
    if (upload) this.#replace(key, { ...upload, ...change });
  }

  #replace(key: string, next: Upload<T>): void {
    this.#set(this.#uploads.map((upload) => (upload.key === key ? next : upload)));
  }

  #set(uploads: readonly Upload<T>[]): void {
    this.#uploads = uploads;
    for (const listener of this.#listeners) listener();
  }
}
