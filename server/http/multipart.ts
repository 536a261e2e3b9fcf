import 'server-only';
import { on, once } from 'node:events';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import {
  FILE_LIMIT,
  FILES_LIMIT,
  UPLOAD_PARTS,
  type UploadPart,
  type UploadPartName,
  uploadPartPath,
} from '@/lib/kyc/contract/documents';
import { badField, KycError } from '@/lib/kyc/contract/errors';

/** The longest text part in bytes: the longest description in UTF-8, decomposed. */
const TEXT_LIMIT = 16 * 1024;
/** The largest upload in bytes: every file at its limit, and what stands around them. */
export const UPLOAD_LIMIT = FILES_LIMIT * (FILE_LIMIT + 64 * 1024);
/** How much longer a refused sender is listened to. */
const LINGER = { bytes: FILE_LIMIT, milliseconds: 5_000 };

/**
 * The parts of an upload in the order of their arrival, read from the body as fast as they are asked for; nothing is kept. Refuses at
 * once another media type or content coding (415), a declared size over {@link UPLOAD_LIMIT} (413) and a missing boundary or body
 * (400). While it is read: a part with a name that the contract does not have, that is given twice or that numbers one document and
 * not another, a text that is too long or no UTF-8, a body that ends early (400). Contract section 7.
 */
export function readUploadParts(request: Request): AsyncIterable<UploadPart> {
  const form = formFor(request.headers);
  if (request.body === null) throw badField('body', 'is required');
  return partsOf(request.body.getReader(), form);
}

type Form = InstanceType<typeof Busboy>;
type Source = ReadableStreamDefaultReader<Uint8Array>;

/** A parser for a body with this head. Every part is given as a stream, texts too, so that each limit is ours. */
function formFor(headers: Headers): Form {
  const type = headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*(;|$)/i.test(type)) throw unsupported('send multipart/form-data');
  const coding = headers.get('content-encoding') ?? 'identity';
  if (coding.trim().toLowerCase() !== 'identity') throw unsupported('send the body without a content coding');
  if (Number(headers.get('content-length') ?? 0) > UPLOAD_LIMIT) throw tooLarge();
  // RFC 2046 section 5.1.1: 1 to 70 characters.
  if (!/;\s*boundary=("[^"]{1,70}"|[^\s;"]{1,70})\s*(;|$)/i.test(type))
    throw badField('body', 'is multipart/form-data without a boundary of 1 to 70 characters');
  return new Busboy({
    headers: { 'content-type': type },
    isPartAFile: () => true,
    fileHwm: 64 * 1024,
    limits: { headerPairs: 16, headerSize: 8 * 1024 },
  });
}

async function* partsOf(source: Source, form: Form): AsyncGenerator<UploadPart> {
  const stop = new AbortController();
  let last: Readable | undefined;
  // The parser ends a part like any other after it told that the body broke off in it, so the part must fail first.
  form.on('error', (error: Error) => last?.destroy(error));
  form.on('file', (_name, stream) => {
    stream.on('error', () => undefined);
    last = stream;
  });
  const arrivals = on(form, 'file', { close: ['finish'], signal: stop.signal });
  void feed(source, form, stop.signal);
  const names = new Names();
  try {
    for await (const arrival of arrivals) {
      const [given, stream] = arrival as [string | undefined, Readable];
      const { file, name, path } = names.take(given);
      if (name === 'fileContent') {
        yield { kind: 'content', file, content: whole(stream, path) };
        // Whoever left bytes unread would never be given the next part.
        stream.resume();
      } else {
        yield { kind: 'detail', file, name, value: await textOf(stream, path) };
      }
    }
    if (names.none) throw badField('body', 'has no parts');
  } catch (error) {
    throw refusalFor(error, 'body');
  } finally {
    stop.abort();
    form.destroy();
    await letFinish(source);
  }
}

/** Gives the parser the body as it takes it; every fault becomes the parser's. */
async function feed(source: Source, form: Form, stop: AbortSignal): Promise<void> {
  try {
    for (let size = 0; ; ) {
      const { done, value } = await source.read();
      if (stop.aborted) return;
      if (done) {
        form.end();
        return;
      }
      size += value.byteLength;
      if (size > UPLOAD_LIMIT) throw tooLarge();
      if (!form.write(value)) await once(form, 'drain', { signal: stop });
    }
  } catch (error) {
    form.destroy(error instanceof Error ? error : new Error('the body broke off'));
  }
}

/**
 * Reads on for a while what a refused sender is still sending, and drops it: a connection that is closed on unread bytes takes the
 * answer with it (RFC 9112 section 9.6).
 */
async function letFinish(source: Source): Promise<void> {
  const timer = setTimeout(() => void source.cancel().catch(() => undefined), LINGER.milliseconds);
  try {
    for (let left = LINGER.bytes; left > 0; ) {
      const { done, value } = await source.read();
      if (done) return;
      left -= value.byteLength;
    }
    await source.cancel();
  } catch {
    // The sender has gone.
  } finally {
    clearTimeout(timer);
  }
}

/** The bytes of a part, or a 400 where the body ends before the part does. */
async function* whole(stream: Readable, path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (error) {
    throw refusalFor(error, path);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

async function textOf(stream: Readable, path: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of whole(stream, path)) {
    size += chunk.byteLength;
    if (size > TEXT_LIMIT) throw badField(path, 'is too long');
    chunks.push(chunk);
  }
  try {
    return utf8.decode(Buffer.concat(chunks, size));
  } catch {
    throw badField(path, 'is not UTF-8');
  }
}

const PART_NAME = /^(?:documents\[(0|[1-9]\d{0,3})\]\.)?(\w{1,40})$/;

/** Reads the parts' names: one document by plain names, or several numbered from 0, and each part once. */
class Names {
  readonly #taken = new Set<string>();
  #numbered: boolean | undefined;

  get none(): boolean {
    return this.#taken.size === 0;
  }

  take(given: string | undefined): { file: number | null; name: UploadPartName; path: string } {
    const [, number, word] = PART_NAME.exec(given ?? '') ?? [];
    const name = (Object.keys(UPLOAD_PARTS) as UploadPartName[]).find((one) => UPLOAD_PARTS[one] === word);
    if (name === undefined) throw badField('body', `has a part that is none of ${expected}`);
    const file = number === undefined ? null : Number(number);
    const path = uploadPartPath(file, name);
    if (file !== null && file >= FILES_LIMIT)
      throw badField('documents', `must be at most ${FILES_LIMIT}, numbered from 0`);
    this.#numbered ??= file !== null;
    if (this.#numbered !== (file !== null))
      throw badField(path, 'must not stand beside parts of the other kind, numbered or not');
    if (this.#taken.has(path)) throw badField(path, 'must be given once');
    this.#taken.add(path);
    return { file, name, path };
  }
}

const expected = Object.values(UPLOAD_PARTS).join(', ');

/** Anything but a refusal is a body that broke off or is no form. */
function refusalFor(error: unknown, path: string): KycError {
  if (error instanceof KycError) return error;
  const message = path === 'body' ? 'is no whole multipart/form-data' : 'did not arrive whole';
  return new KycError(400, { fields: [{ path, message }], cause: error });
}

function unsupported(remedy: string): KycError {
  return new KycError(415, { message: `The media type is not supported: ${remedy}` });
}

function tooLarge(): KycError {
  const mebibytes = Math.floor(UPLOAD_LIMIT / 1024 / 1024);
  return new KycError(413, { message: `The request is too large: at most ${mebibytes} MiB` });
}
