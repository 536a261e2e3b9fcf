import { z } from 'zod';
import { UPLOAD_PARTS } from '@/lib/kyc/contract/documents';
import { type FieldFault, KYC_ERRORS, KycError, type KycErrorCode } from '@/lib/kyc/contract/errors';
import type { Operation } from '@/lib/kyc/contract/operations';

/** The envelope as others may write it: only what is needed is asked for. Contract section 1. */
const envelopeSchema = z.looseObject({
  statusCode: z.number().int().optional(),
  messages: z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .nullish()
    .catch(null),
  result: z.unknown(),
});
type Envelope = z.output<typeof envelopeSchema>;

/** An answer of the server, read as far as every operation needs it. */
export type Answer = {
  /** The code that counts: the HTTP status, or the envelope's where it refuses inside an HTTP 200. */
  status: number;
  headers: Headers;
  bytes: Uint8Array<ArrayBuffer>;
  /** Undefined where the body is none. */
  envelope: Envelope | undefined;
};

/** Reads an answer that has arrived whole. The published profiles say 0 where others say 200: both are success. */
export function readAnswer(httpStatus: number, headers: Headers, bytes: Uint8Array<ArrayBuffer>): Answer {
  const envelope = readEnvelope(bytes);
  const inside = envelope?.statusCode ?? 0;
  const status = isSuccess(httpStatus) && inside !== 0 ? inside : httpStatus;
  return { status, headers, bytes, envelope };
}

/** Whether the server did what it was asked. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Whether the bytes begin as every PDF does (ISO 32000-2, section 7.5.2). */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
}

function readEnvelope(bytes: Uint8Array): Envelope | undefined {
  if (isPdf(bytes)) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  const parsed = envelopeSchema.safeParse(json);
  const isEnvelope = parsed.success && (parsed.data.statusCode !== undefined || 'result' in parsed.data);
  return isEnvelope ? parsed.data : undefined;
}

/**
 * A result as the row's output. Unknown properties pass; a value that is not what the contract says counts as missing
 * where it may be missing. Undefined where the result is none of this row's; `faults` then has the paths, no values.
 */
export function readResult<S extends z.ZodType>(
  output: S,
  result: unknown,
): { value: z.output<S> } | { faults: string[] } {
  const parsed = output.safeParse(result);
  if (parsed.success) return { value: parsed.data };
  const paths = parsed.error.issues.map((issue) => issue.path);
  const pruned = output.safeParse(paths.reduce<unknown>(without, structuredClone(result)));
  return pruned.success ? { value: pruned.data } : { faults: paths.map((path) => path.join('.')) };
}

/** Removes the property at a path, in place; an element of an array is none that could be missing. */
function without(value: unknown, path: readonly PropertyKey[]): unknown {
  let holder = value;
  for (const key of path.slice(0, -1)) holder = property(holder, key);
  const last = path.at(-1);
  if (last !== undefined && typeof holder === 'object' && holder !== null && !Array.isArray(holder)) {
    Reflect.deleteProperty(holder, last);
  }
  return value;
}

function property(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** The longest text of another server that is shown, in characters. */
const TEXT_LIMIT = 300;

/** A refusal as the port's error: the contract's code, the bad fields from `path: message`, words made safe to show. */
export function readRefusal(operation: Operation, { status, envelope }: Answer, pauseMs: number): KycError {
  const code = codeFor(status);
  const retryAfter = code === 429 || code === 503 ? retryAfterOption(pauseMs) : {};
  const outcomeUnknown = code >= 500 && !operation.safe;
  // A server error's words are about its inside, so ours are told.
  if (code >= 500) return new KycError(code, { ...retryAfter, outcomeUnknown });
  const messages = (envelope?.messages ?? []).map(shown).filter(Boolean);
  const fields = readFields(operation, messages);
  if (fields) return new KycError(code, { fields });
  const message = messages.join('; ');
  return new KycError(code, { ...retryAfter, ...(message ? { message } : {}) });
}

function retryAfterOption(pauseMs: number): { retryAfter?: number } {
  return pauseMs > 0 ? { retryAfter: Math.ceil(pauseMs / 1000) } : {};
}

function codeFor(status: number): KycErrorCode {
  if (status in KYC_ERRORS) return status as KycErrorCode;
  if (status === 410) return 404;
  return status >= 400 && status < 500 ? 400 : 503;
}

/** The bad fields, when every message names one of the operation's; `Error: …` names none. */
function readFields(operation: Operation, messages: readonly string[]): FieldFault[] | undefined {
  const names = namesOf(operation);
  const fields = messages.flatMap((text) => {
    const [, path = '', root = '', message = ''] = /^((\w+)[\w.[\]]*): (.+)$/s.exec(text) ?? [];
    return names.includes(root) ? [{ path, message }] : [];
  });
  return fields.length > 0 && fields.length === messages.length ? fields : undefined;
}

/** What a fault's path may begin with. */
function namesOf({ input, body }: Operation): string[] {
  if (body === 'multipart') return [...Object.values(UPLOAD_PARTS), 'documents', 'body'];
  return input instanceof z.ZodObject ? Object.keys(input.shape) : [];
}

/** Without control and bidirectional-override characters, of a bounded length. */
function shown(text: string): string {
  return [...text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim()].slice(0, TEXT_LIMIT).join('');
}
