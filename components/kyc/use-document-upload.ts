'use client';

import { useTranslations } from 'next-intl';
import type * as z from 'zod';
import type { Upload, UploadOutcome, UploadParts } from '@/components/ui/upload-queue';
import { type Uploads, useUpload } from '@/components/ui/use-upload';
import type { DataRefusal } from '@/lib/action-result';
import type { documentItem, UPLOAD_PARTS } from '@/lib/kyc/contract/documents';
import { FILE_LIMIT } from '@/lib/kyc/contract/limits';
import type { DocumentType } from '@/lib/kyc/contract/lists';

/** A document as the server answered an upload with it. */
export type StoredDocument = z.output<typeof documentItem> & { expiryDate?: string | null };

/** What is told of a file beside its bytes. `expiryDate` is a day, YYYY-MM-DD. */
export interface DocumentDetails {
  documentTypeId: DocumentType;
  description?: string | undefined;
  expiryDate?: string | undefined;
}

/** What the picker offers; what is taken is judged by the server, by content. */
export const DOCUMENT_ACCEPT =
  'application/pdf,image/jpeg,image/png,image/tiff,.pdf,.jpg,.jpeg,.png,.tif,.tiff';

/** The contract's names, which the compiler compares: their own module would bring the schema library along. */
const PART: typeof UPLOAD_PARTS = {
  originalFileName: 'OriginalFileName',
  fileContent: 'FileContent',
  documentTypeId: 'DocumentTypeId',
  description: 'Description',
  expiryDate: 'ExpiryDate',
};

export interface DocumentUploads extends Omit<Uploads<StoredDocument>, 'add'> {
  /** Queues files, each in a request of its own; gives the keys of their uploads. */
  add: (files: Iterable<File>, details: (file: File) => DocumentDetails) => string[];
}

interface DocumentUploadOptions {
  url: string;
  onStored?: ((document: StoredDocument, upload: Upload<StoredDocument>) => void) | undefined;
}

/** Uploads documents of a submission. Contract section 7. */
export function useDocumentUpload({ url, onStored }: DocumentUploadOptions): DocumentUploads {
  const t = useTranslations('captureFields.upload');
  const uploads = useUpload<StoredDocument>({
    url,
    onStored,
    read: (status, body) => readAnswer(status, body, t('unreadableAnswer')),
  });

  /** What the server would refuse after all the bytes were sent. */
  function refusal(file: File): string | undefined {
    if (file.size === 0) return t('empty');
    return file.size > FILE_LIMIT ? t('tooLarge') : undefined;
  }

  return {
    ...uploads,
    add: (files, details) =>
      [...files].map((file) => uploads.add(file, partsOf(file, details(file)), refusal(file))),
  };
}

/** The details go before the bytes, so that the server knows them when it judges the content. */
function partsOf(file: File, { documentTypeId, description, expiryDate }: DocumentDetails): UploadParts {
  return [
    [PART.documentTypeId, documentTypeId],
    ...(description ? [[PART.description, description] as const] : []),
    ...(expiryDate ? [[PART.expiryDate, expiryDate] as const] : []),
    [PART.originalFileName, file.name],
    [PART.fileContent, file],
  ];
}

/** Statuses after which the same file may be taken at another try. */
const PASSING = [401, 408, 425, 429];

function readAnswer(status: number, body: string, unreadable: string): UploadOutcome<StoredDocument> {
  const answer = parsed(body);
  if (status === 200) {
    const document = (answer as { documents?: StoredDocument[] } | undefined)?.documents?.[0];
    return typeof document?.id === 'string'
      ? { kind: 'stored', result: document }
      : { kind: 'failed', message: unreadable };
  }
  const message = (answer as Partial<DataRefusal> | undefined)?.error?.message ?? unreadable;
  return { kind: status >= 500 || PASSING.includes(status) ? 'failed' : 'refused', message };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
