import { and, asc, eq, isNull } from 'drizzle-orm';
import type { DbOrTx } from '../client';
import { documents, submissions } from '../schema';

/** The record of a document without the place of its bytes, which is nobody's business outside of the store. */
export const documentColumns = {
  id: documents.id,
  documentTypeId: documents.documentTypeId,
  version: documents.version,
  fileName: documents.fileName,
  originalFileName: documents.originalFileName,
  description: documents.description,
  contentType: documents.contentType,
  sizeInBytes: documents.sizeInBytes,
  sha256: documents.sha256,
  expiryDate: documents.expiryDate,
  uploadedAt: documents.uploadedAt,
} as const;

export type DocumentRow = Pick<typeof documents.$inferSelect, keyof typeof documentColumns>;

/** A submission's documents that are not deleted, older versions too, in the order of their upload. */
export async function documentsOf(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
): Promise<DocumentRow[]> {
  return db
    .select(documentColumns)
    .from(documents)
    .innerJoin(submissions, eq(submissions.id, documents.submissionId))
    .where(
      and(
        eq(submissions.tenantId, tenantId),
        eq(documents.submissionId, submissionId),
        isNull(documents.deletedAt),
      ),
    )
    .orderBy(asc(documents.uploadedAt), asc(documents.id));
}
