import 'server-only';
import contentDisposition from 'content-disposition';
import type { DocumentFile } from '@/lib/kyc/contract/documents';
import { KycError } from '@/lib/kyc/contract/errors';
import type { EnvelopeKind, Operation } from '@/lib/kyc/contract/operations';
import type { ReportFile } from '@/lib/kyc/contract/profiles';

/** What the contract says of every success but the two profiles. Contract section 1. */
export const SUCCESS_MESSAGES = ['Processed successfully'] as const;

/** No answer of the API is kept by a cache: it is personal data or changes at any moment. */
const ALWAYS = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } as const;

/** A successful answer: the row's envelope, or the bytes themselves. */
export function successResponse(kind: EnvelopeKind, output: unknown, request: Request): Response {
  if (kind !== 'bytes') return json(200, wrap(kind, output));
  const file = output as ReportFile | DocumentFile;
  return 'content' in file ? documentResponse(file) : reportResponse(file, request);
}

/** The contract's refusal: the envelope with the error's code, which is also the HTTP status. */
export function errorResponse(kind: EnvelopeKind, error: KycError): Response {
  const { code, messages } = error;
  const envelope = { version: null, statusCode: code, messages, result: null };
  const response = json(code, kind === 'extForm' ? withoutVersion(envelope) : envelope);
  if (error.retryAfter !== undefined)
    response.headers.set('Retry-After', String(Math.ceil(error.retryAfter)));
  // RFC 9110 section 11.6.1: a 401 names the scheme that would be taken.
  if (code === 401) response.headers.set('WWW-Authenticate', 'Bearer');
  // Nobody reads the rest of the body, so the connection is of no more use (RFC 9110 section 15.5.14).
  if (code === 413) response.headers.set('Connection', 'close');
  return response;
}

/** How an operation's refusals are wrapped: below `/ExtForm` no answer names a version, a file's neither. Contract section 1. */
export function refusalKind({ path }: Operation): EnvelopeKind {
  return path.startsWith('/ExtForm/') ? 'extForm' : 'standard';
}

type Envelope = { version: null; statusCode: number; messages: readonly string[] | null; result: unknown };

function wrap(kind: EnvelopeKind, result: unknown): Partial<Envelope> {
  const standard = { version: null, statusCode: 200, messages: SUCCESS_MESSAGES, result };
  if (kind === 'profile') return { ...standard, statusCode: 0, messages: null };
  return kind === 'extForm' ? withoutVersion(standard) : standard;
}

function withoutVersion({ version: _, ...rest }: Envelope): Omit<Envelope, 'version'> {
  return rest;
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...ALWAYS, 'Content-Type': 'application/json; charset=utf-8' },
  });
}

/**
 * A customer's file as a download (RFC 6266), streamed as it is read. Whoever made it may be hostile, so nothing in it may run, be
 * embedded or be taken for another kind of content, even where somebody is led to open it in a page's place.
 */
export function documentResponse({ content, contentType, fileName, sizeInBytes }: DocumentFile): Response {
  return new Response(content, {
    headers: {
      ...ALWAYS,
      'Content-Type': contentType,
      ...(sizeInBytes === null ? {} : { 'Content-Length': String(sizeInBytes) }),
      // Browsers guess at letters beyond ASCII where they stand in a header as they are.
      'Content-Disposition': contentDisposition(fileName, {
        fallback: fileName.replace(/[^\x20-\x7e]/g, '_'),
      }),
      'Content-Security-Policy': "sandbox; default-src 'none'",
    },
  });
}

/** The report as a download (RFC 6266), or 304 where the caller holds these bytes already (RFC 9110 section 13.1.2). */
function reportResponse(file: ReportFile, request: Request): Response {
  const etag = `"${file.etag}"`;
  const headers = { ...ALWAYS, ETag: etag };
  if (matches(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      ...headers,
      'Content-Type': file.contentType,
      'Content-Length': String(file.bytes.byteLength),
      'Content-Disposition': contentDisposition(file.fileName),
    },
  });
}

/** `If-None-Match` compares weakly: `W/"a"` holds `"a"`. */
function matches(header: string | null, etag: string): boolean {
  if (header === null) return false;
  const held = header.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return held.includes('*') || held.includes(etag);
}
