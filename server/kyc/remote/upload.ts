import { randomUUID } from 'node:crypto';
import { type UploadPart, uploadPartPath } from '@/lib/kyc/contract/documents';
import type { Patience } from './patience';

/**
 * An upload as the body of a request: `multipart/form-data` (RFC 7578), written as its parts arrive and never held whole. It can be
 * sent again only while nothing was asked of it.
 */
export class UploadBody {
  readonly #boundary = `kyc-${randomUUID()}`;
  readonly #bytes: AsyncGenerator<Uint8Array, void, undefined>;
  #started = false;
  #ended = false;
  #fault: Error | undefined;

  constructor(parts: AsyncIterable<UploadPart>) {
    this.#bytes = formData(parts, this.#boundary);
  }

  get contentType(): string {
    return `multipart/form-data; boundary=${this.#boundary}`;
  }

  /** Whether any of it was taken from its sender. */
  get isStarted(): boolean {
    return this.#started;
  }

  /** Whether all of it was given to the connection, so that the server may have it whole. */
  get isEnded(): boolean {
    return this.#ended;
  }

  /** What its sender's side failed with. */
  get fault(): Error | undefined {
    return this.#fault;
  }

  /** The bytes for one attempt. The server's time runs while it takes what it was given, not while we wait for the sender. */
  stream(waiting: Patience): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          this.#started = true;
          waiting.rest();
          try {
            const { done, value } = await this.#bytes.next();
            waiting.begin();
            if (value) controller.enqueue(value);
            if (!done) return;
            this.#ended = true;
            controller.close();
          } catch (error) {
            this.#fault = error instanceof Error ? error : new Error('the sender failed', { cause: error });
            controller.error(error);
          }
        },
        cancel: () => this.letGo(),
      },
      // No more is taken of the sender than the connection takes.
      { highWaterMark: 0 },
    );
  }

  /** Takes no more of its sender's parts, if any were taken. */
  async letGo(): Promise<void> {
    if (this.#started && !this.#ended) await this.#bytes.return();
  }
}

const utf8 = new TextEncoder();

async function* formData(
  parts: AsyncIterable<UploadPart>,
  boundary: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const names = new Map<number | null, string>();
  for await (const part of parts) {
    if (part.kind === 'detail') {
      if (part.name === 'originalFileName') names.set(part.file, part.value);
      const name = uploadPartPath(part.file, part.name);
      yield utf8.encode(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${part.value}\r\n`,
      );
    } else {
      const name = uploadPartPath(part.file, 'fileContent');
      // Servers take a part for a file by its file name.
      const fileName = escaped(names.get(part.file) ?? 'document');
      yield utf8.encode(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\n` +
          'Content-Type: application/octet-stream\r\n\r\n',
      );
      yield* part.content;
      yield utf8.encode('\r\n');
    }
  }
  yield utf8.encode(`--${boundary}--\r\n`);
}

/** A file name in quotes, as browsers write it (HTML, "multipart form data"). */
function escaped(name: string): string {
  return name.replace(/["\r\n]/g, (character) => encodeURIComponent(character));
}
