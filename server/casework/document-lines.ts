import 'server-only';
import type { Profile } from '@/lib/kyc/contract/profiles';
import type { DocumentLine } from '@/lib/kyc/profile-page';
import type { DbOrTx } from '../db/client';
import { latestReviews } from '../db/queries/document-reviews';
import type { NameSource } from './sources';

/** What compliance said last, by the document's id. */
export type ReadReviews = ReadonlyMap<string, NonNullable<DocumentLine['review']>>;

export async function readReviews(db: DbOrTx, tenantId: string, submissionId: string): Promise<ReadReviews> {
  const rows = await latestReviews(db, tenantId, submissionId);
  return new Map(
    rows.map(({ documentId, decision, by, createdAt }) => [
      documentId,
      { decision, by, at: createdAt.toISOString() },
    ]),
  );
}

/** A document of a profile for a reader, picked by name; what the other side leaves out is null. */
export function documentLine(
  document: Profile['documents'][number],
  nameSource: NameSource,
  reviews: ReadReviews,
): DocumentLine {
  return {
    id: document.id ?? document.shA256Hash ?? '',
    type: document.documentTypeId ?? 'Other',
    fileName: document.originalFileName ?? document.fileName ?? document.id ?? '',
    description: document.description ?? null,
    sizeInBytes: document.fileSizeInBytes ?? null,
    contentType: document.contentType ?? null,
    sha256: document.shA256Hash?.toLowerCase() ?? null,
    version: document.version ?? null,
    uploadedAt: document.uploadedAt ?? null,
    uploadedBy: nameSource(document.uploadedBy),
    expiryDate: document.expiryDate ?? null,
    pageCount: document.pageCount ?? null,
    width: document.width ?? null,
    height: document.height ?? null,
    review: (document.id && reviews.get(document.id)) || null,
  };
}
