import type { StoredDocument } from '@/components/kyc/use-document-upload';
import type { DocumentLine } from '@/lib/kyc/profile-page';

/** What a field shows of a file that is on the server; null where it is not known. */
export type StoredFile = Pick<
  DocumentLine,
  'id' | 'fileName' | 'contentType' | 'sizeInBytes' | 'pageCount' | 'expiryDate'
>;

/** What the answer to an upload tells of the file, until the list of documents is read again. */
export function storedFile(document: StoredDocument, expiryDate: string | undefined): StoredFile {
  return {
    id: document.id,
    fileName: document.originalFileName,
    contentType: document.contentType,
    sizeInBytes: document.fileSizeInBytes,
    pageCount: null,
    expiryDate: document.expiryDate ?? expiryDate ?? null,
  };
}

/** A file of which only the id is known (yet), under the name of what it is. */
export function unknownFile(id: string, label: string): StoredFile {
  return { id, fileName: label, contentType: null, sizeInBytes: null, pageCount: null, expiryDate: null };
}
