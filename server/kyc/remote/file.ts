import { createHash } from 'node:crypto';
import contentDisposition from 'content-disposition';
import type { ReportFile } from '@/lib/kyc/contract/profiles';
import { type Answer, isPdf } from './read';

/** The largest report that is taken, in bytes. */
export const FILE_LIMIT = 50 * 1024 * 1024;

const PDF_TYPES = new Set(['application/pdf', 'application/octet-stream']);

/** The answer as a PDF, undefined where it is none, whatever it calls itself. `fallbackName` names a file without a name. */
export function readPdf({ headers, bytes }: Answer, fallbackName: string): ReportFile | undefined {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!PDF_TYPES.has(type) || !isPdf(bytes)) return undefined;
  return {
    bytes,
    contentType: 'application/pdf',
    fileName: pdfName(headers.get('content-disposition')) ?? `${fallbackName}.pdf`,
    etag: entityTag(headers.get('etag')) ?? createHash('sha256').update(bytes).digest('hex'),
  };
}

/** The last segment of the name that the server gives, without what a file system or a reader could be misled by. */
export function fileNameOf(header: string | null): string | undefined {
  if (header === null) return undefined;
  let given: string | undefined;
  try {
    given = contentDisposition.parse(header).parameters.filename;
  } catch {
    return undefined;
  }
  const base = (given ?? '').split(/[\\/]/).at(-1) ?? '';
  const plain = base.replace(/[\p{C}<>:"|?*]/gu, '').replace(/^[\s.]+|[\s.]+$/g, '');
  const [, stem = '', extension = ''] = /^(.*?)(\.\w{1,10})?$/su.exec(plain) ?? [];
  return stem === '' ? undefined : `${stem.slice(0, 150)}${extension}`;
}

function pdfName(header: string | null): string | undefined {
  const name = fileNameOf(header)?.replace(/\.pdf$/i, '');
  return name ? `${name}.pdf` : undefined;
}

function entityTag(header: string | null): string | undefined {
  return /^(?:W\/)?"([\x21\x23-\x7e]{1,128})"$/.exec(header ?? '')?.[1];
}
