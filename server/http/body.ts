import 'server-only';
import { badField, KycError } from '@/lib/kyc/contract/errors';
import { jsonTextFault } from './json-text';

/** The largest JSON body in bytes. Contract section 1 and issue 2: over 1 MiB is a 413. */
export const BODY_LIMIT = 1024 * 1024;

/**
 * The body of a POST as parsed JSON. Refuses, in this order: another media type, charset or content coding (415), more
 * than {@link BODY_LIMIT} bytes, declared or counted (413), no body, no UTF-8 or no JSON (400), JSON that nests too
 * deeply or names a member twice (400). What was sent is never repeated in a message. Where `mayBeEmpty`, no body is an empty object.
 */
export async function readJsonBody(request: Request, mayBeEmpty = false): Promise<unknown> {
  const type = request.headers.get('content-type');
  if (type !== null && !isJson(type)) throw unsupported('send application/json in UTF-8');
  const coding = request.headers.get('content-encoding') ?? 'identity';
  if (coding.trim().toLowerCase() !== 'identity') throw unsupported('send the body without a content coding');
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT) throw tooLarge();

  const bytes = await readBounded(request.body);
  if (bytes.byteLength === 0 && mayBeEmpty) return {};
  if (bytes.byteLength === 0) throw badField('body', 'is required');
  if (type === null) throw unsupported('send application/json in UTF-8');
  return parseJson(bytes);
}

/** `application/json`, with no charset parameter or UTF-8: the only encoding of JSON on the wire (RFC 8259 section 8.1). */
function isJson(contentType: string): boolean {
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return type === 'application/json' && (charset === undefined || /^charset="?utf-?8"?$/.test(charset));
}

/** Counts while it reads, because a chunked body declares no length; stops reading at the limit. */
async function readBounded(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new KycError(400, { fields: [{ path: 'body', message: 'did not arrive whole' }], cause });
    });
    if (done) break;
    size += value.byteLength;
    if (size > BODY_LIMIT) {
      await reader.cancel().catch(() => undefined);
      throw tooLarge();
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks, size);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw badField('body', 'is not UTF-8');
  }
  const fault = jsonTextFault(text);
  if (fault !== undefined) throw badField('body', fault);
  try {
    return JSON.parse(text);
  } catch {
    throw badField('body', 'is not JSON');
  }
}

function unsupported(remedy: string): KycError {
  return new KycError(415, { message: `The media type is not supported: ${remedy}` });
}

function tooLarge(): KycError {
  return new KycError(413, { message: 'The request is too large: at most 1 MiB' });
}
