import 'server-only';
import { dayOf } from '@/lib/days';
import { createHash } from 'node:crypto';
import { makeZip } from 'client-zip';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import type { DocumentFile } from '@/lib/kyc/contract/documents';
import { KycError } from '@/lib/kyc/contract/errors';
import { currentDocuments } from '@/lib/kyc/documents';
import type { DocumentLine } from '@/lib/kyc/profile-page';
import { newId } from '@/lib/new-id';
import { database } from '../db/client';
import { archiveNames, safeName } from './archive-names';
import { documentLine, type ReadReviews } from './document-lines';
import { readProfile } from './profile';
import { recordView } from './views';

/** What the manifest says of one file. `sha256` is lower-case hexadecimal, sizes are bytes, `uploadedAt` is ISO 8601 in UTC. */
export type ManifestLine = {
  /** The path inside the archive. */
  file: string;
  documentId: string;
  originalName: string;
  type: string;
  version: number | null;
  /** False of what a newer version has replaced. */
  current: boolean;
  sizeInBytes: number | null;
  sha256: string | null;
  uploadedAt: string | null;
  expiryDate: string | null;
};

/** The folder of what newer versions have replaced. */
const EARLIER = 'Earlier versions';

/**
 * All documents of a customer as a ZIP, with `manifest.csv` and `manifest.json`: the current versions on top, what they replaced in
 * a folder below. One file is open at a time, and each is held to its SHA-256 on its way: bytes that differ end the stream, so that no
 * archive is whole that is not true. On record before the first byte goes out. 404 where there is no document; 503 while the side that
 * holds them is away.
 */
export async function documentArchive(
  api: KycApi,
  call: KycCall,
  customer: { submissionId: string; userType: string; displayName: string },
  at: Date,
): Promise<DocumentFile> {
  const { submissionId } = customer;
  const { db } = await database();
  const { profile, stale } = await readProfile(api, db, call, customer, at);
  if (stale) throw new KycError(503);
  const lines = manifest(profile.documents.map((one) => documentLine(one, nobody, NONE)));
  if (lines.length === 0) throw new KycError(404, { message: 'There are no documents to download.' });
  const documentIds = lines.map(({ documentId }) => documentId);
  const archived = { type: 'documents.archived', submissionId, data: { documentIds } } as const;
  await recordView(db, call, archived, { at, id: newId() });
  return {
    content: leavable(makeZip(entries(api, call, submissionId, lines, at))),
    contentType: 'application/zip',
    sizeInBytes: null,
    fileName: `${dayOf(at)} KYC documents - ${safeName(customer.displayName) || submissionId}.zip`,
  };
}

/** A manifest names no people. */
const nobody = () => null;
const NONE: ReadReviews = new Map();

function manifest(documents: readonly DocumentLine[]): ManifestLine[] {
  const current = new Set(currentDocuments(documents, ({ type }) => type));
  const inOrder = [...current, ...documents.filter((document) => !current.has(document))];
  const names = archiveNames(
    inOrder.map((document) => ({ ...document, folder: current.has(document) ? '' : `${EARLIER}/` })),
  );
  return inOrder.map((document, index) => {
    const { id, fileName, type, version, sizeInBytes, sha256, uploadedAt, expiryDate } = document;
    return {
      file: names[index] ?? id,
      originalName: fileName,
      type,
      version,
      current: current.has(document),
      sizeInBytes,
      sha256,
      uploadedAt,
      expiryDate,
      documentId: id,
    };
  });
}

/** The archive's files, each opened when the one before it is through; who stops reading lets go of the open one. */
async function* entries(
  api: KycApi,
  call: KycCall,
  submissionId: string,
  lines: readonly ManifestLine[],
  at: Date,
) {
  yield { name: 'manifest.csv', input: manifestCsv(lines), lastModified: at };
  yield { name: 'manifest.json', input: `${JSON.stringify(lines, null, 2)}\n`, lastModified: at };
  for (const { file, documentId, sha256, uploadedAt } of lines) {
    const { content } = await api.downloadDocument(call, { submissionId, documentId });
    const left = new AbortController();
    try {
      const input = content.pipeThrough(heldTo(sha256), { signal: left.signal });
      yield { name: file, input, lastModified: uploadedAt === null ? at : new Date(uploadedAt) };
    } finally {
      left.abort();
    }
  }
}

/** The same stream, for a reader who may leave in the middle: the archive's own would fail by that. */
function leavable(content: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = content.getReader();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason).catch(() => undefined),
  });
}

/** Passes bytes on and fails at their end where they are not those that the record names. */
function heldTo(sha256: string | null): TransformStream<Uint8Array, Uint8Array> {
  const hash = createHash('sha256');
  return new TransformStream({
    transform(chunk, controller) {
      hash.update(chunk);
      controller.enqueue(chunk);
    },
    flush() {
      if (sha256 !== null && hash.digest('hex') !== sha256)
        throw new Error('A stored document differs from its record');
    },
  });
}

const COLUMNS = [
  'file',
  'originalName',
  'type',
  'version',
  'current',
  'sizeInBytes',
  'sha256',
  'uploadedAt',
  'expiryDate',
  'documentId',
] as const satisfies ReadonlyArray<keyof ManifestLine>;

/** RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8, and nothing that they would take for a formula. */
export function manifestCsv(lines: readonly ManifestLine[]): string {
  const rows = lines.map((line) => COLUMNS.map((column) => cell(line[column])).join(','));
  return `\ufeff${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}

function cell(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value ?? '');
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}
