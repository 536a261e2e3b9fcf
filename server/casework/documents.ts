import 'server-only';
import type { KycApi, KycCall } from '@/lib/kyc/api';
import { CONTENT_TYPES, type DocumentFile, type UploadPart } from '@/lib/kyc/contract/documents';
import { KycError } from '@/lib/kyc/contract/errors';
import { known } from '@/lib/kyc/contract/lists';
import type { OperationOutput } from '@/lib/kyc/contract/operations';
import { newId } from '@/lib/new-id';
import { database } from '../db/client';
import { type Preview, previewOf } from '../documents/preview';
import { recordView, type View } from './views';

/** A customer whom the caller may read: the scope is asked for before (`caseDesk().get`, or the portal's session). */
export type Holder = { submissionId: string };

/** A new document as the contract lists it. */
export type DocumentItem = OperationOutput<'uploadDocuments'>[number];

/**
 * A document's bytes as they were uploaded, as a stream that is read once; the download is on record before the first byte goes
 * out. 404 for a document of another submission, a deleted and an unknown one alike.
 */
export async function openDocument(
  api: KycApi,
  call: KycCall,
  { submissionId }: Holder,
  documentId: string,
): Promise<DocumentFile> {
  const file = await api.downloadDocument(call, { submissionId, documentId });
  await recordOrDrop(file, call, { type: 'document.downloaded', submissionId, data: { documentId } });
  return file;
}

/**
 * A document as it may be looked at: a PDF as it is, an image without its metadata, `page` of a TIFF (from 1). A document counts as
 * viewed with its first page, which is on record before anything goes out. 404 as {@link openDocument}, and for a page that there is
 * not; 415 for a kind of file that another server holds and that we do not draw.
 */
export async function documentPreview(
  api: KycApi,
  call: KycCall,
  { submissionId }: Holder,
  documentId: string,
  page: number,
): Promise<Preview> {
  const file = await api.downloadDocument(call, { submissionId, documentId });
  const contentType = known(CONTENT_TYPES, file.contentType);
  if (contentType === undefined) {
    await file.content.cancel();
    throw new KycError(415, { message: 'This kind of file has no preview. Download it to look at it.' });
  }
  if (page === 1) {
    await recordOrDrop(file, call, { type: 'document.viewed', submissionId, data: { documentId } });
  }
  return previewOf(contentType, file.content, { page });
}

/** Stores what an upload brings, all or none of it; what it refuses says why (400, 409, 413, 415). */
export async function uploadInto(
  api: KycApi,
  call: KycCall,
  { submissionId }: Holder,
  parts: AsyncIterable<UploadPart>,
): Promise<DocumentItem[]> {
  return api.uploadDocuments(call, { submissionId, parts });
}

/** Deletes documents, all or none: 404 and nothing deleted if one of them is not this submission's. */
export async function deleteDocuments(
  api: KycApi,
  call: KycCall,
  { submissionId }: Holder,
  ids: string[],
): Promise<void> {
  if (ids.length === 0) throw new KycError(400);
  await api.deleteDocuments(call, { submissionId, ids });
}

/** Puts a view on record; where that fails nothing goes out, and the file is let go of. */
async function recordOrDrop(file: DocumentFile, call: KycCall, view: View): Promise<void> {
  try {
    const { db } = await database();
    await recordView(db, call, view, { at: new Date(), id: newId() });
  } catch (error) {
    await file.content.cancel().catch(() => undefined);
    throw error;
  }
}
