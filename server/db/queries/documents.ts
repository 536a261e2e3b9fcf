import { and, asc, eq, inArray, isNull, max } from 'drizzle-orm';
import type { DocumentType } from '@/lib/kyc/contract/lists';
import type { DbOrTx, Tx } from '../client';
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
  uploadedBy: documents.uploadedBy,
  pageCount: documents.pageCount,
  width: documents.width,
  height: documents.height,
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

/** The highest version of each type that a submission ever had, deleted ones too: a number is given once. */
export async function highestVersions(tx: Tx, submissionId: string): Promise<Map<DocumentType, number>> {
  const rows = await tx
    .select({ type: documents.documentTypeId, version: max(documents.version) })
    .from(documents)
    .where(eq(documents.submissionId, submissionId))
    .groupBy(documents.documentTypeId);
  return new Map(rows.map(({ type, version }) => [type, version ?? 0]));
}

/** Puts documents on record whose bytes are in the store. */
export async function insertDocuments(tx: Tx, rows: Array<typeof documents.$inferInsert>): Promise<void> {
  await tx.insert(documents).values(rows);
}

/** Where a document's bytes are and how they are given out; undefined for a deleted one and for none of the tenant's submission. */
export async function storedFile(
  db: DbOrTx,
  { tenantId, submissionId, documentId }: { tenantId: string; submissionId: string; documentId: string },
) {
  const [file] = await db
    .select({
      fileName: documents.fileName,
      contentType: documents.contentType,
      sizeInBytes: documents.sizeInBytes,
      storageKey: documents.storageKey,
      sealedKey: documents.sealedKey,
      keyId: documents.keyId,
    })
    .from(documents)
    .innerJoin(submissions, eq(submissions.id, documents.submissionId))
    .where(
      and(
        eq(documents.id, documentId),
        eq(documents.submissionId, submissionId),
        eq(submissions.tenantId, tenantId),
        isNull(documents.deletedAt),
      ),
    );
  return file;
}

/**
 * Marks documents as deleted and erases their keys, so that nobody can read the bytes from this moment on, wherever copies of them
 * are. Returns where the bytes are.
 */
export async function eraseDocuments(
  tx: Tx,
  submissionId: string,
  ids: readonly string[],
  deletedAt: Date,
): Promise<string[]> {
  const erased = await tx
    .update(documents)
    .set({ deletedAt, sealedKey: null, keyId: null })
    .where(
      and(
        eq(documents.submissionId, submissionId),
        inArray(documents.id, [...ids]),
        isNull(documents.deletedAt),
      ),
    )
    .returning({ storageKey: documents.storageKey });
  return erased.map(({ storageKey }) => storageKey);
}
