import type { KycApi, KycCall } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import { record } from '../../audit/record';
import { type DocumentRow, documentsOf, storedFile } from '../../db/queries/documents';
import { submissionExists } from '../../db/queries/submissions';
import { inTransaction } from '../../db/transaction';
import { type EngineParts, vaultOf } from './parts';

/** Seconds until a file is asked for again that an older release left unencrypted: a job encrypts them one by one. */
const UNSEALED_RETRY = 30;

/** `GET submissions/{submissionId}/documents`. Contract section 7. */
export function listDocuments({ db }: EngineParts): KycApi['listDocuments'] {
  return async ({ tenantId }, { submissionId }) => {
    const rows = await documentsOf(db, tenantId, submissionId);
    if (rows.length === 0 && !(await submissionExists(db, tenantId, submissionId))) throw new KycError(404);
    return rows.map(documentItem);
  };
}

/**
 * `GET …/documents/{documentId}/download`: the bytes as they were uploaded. The first of them is read before this resolves, so a
 * missing file is no success. Contract section 7. A system's download is put on record here; a person's, where it is served.
 */
export function downloadDocument(parts: EngineParts): KycApi['downloadDocument'] {
  return async (call, { submissionId, documentId }) => {
    const file = await storedFile(parts.db, { tenantId: call.tenantId, submissionId, documentId });
    if (file === undefined) throw new KycError(404);
    const { fileName, contentType, sizeInBytes, storageKey, sealedKey, keyId } = file;
    if (sealedKey === null || keyId === null) {
      const message = 'The document is being encrypted; ask again in a moment';
      throw new KycError(503, { message, retryAfter: UNSEALED_RETRY });
    }
    const content = await vaultOf(parts).open({ storageKey, sealedKey, keyId });
    try {
      if (call.actor.kind === 'apiClient') await recordDownload(parts, call, submissionId, documentId);
    } catch (error) {
      await content.cancel();
      throw error;
    }
    return { content, contentType, fileName, sizeInBytes };
  };
}

function recordDownload(
  { db, clock, newId }: EngineParts,
  call: KycCall,
  submissionId: string,
  documentId: string,
) {
  const context = { ...call, at: clock(), id: newId() };
  return inTransaction(db, (tx) =>
    record(tx, context, { type: 'document.downloaded', submissionId, data: { documentId } }),
  );
}

/** What of a document's record the list tells. */
type Listed = Pick<
  DocumentRow,
  | 'id'
  | 'fileName'
  | 'originalFileName'
  | 'description'
  | 'documentTypeId'
  | 'sizeInBytes'
  | 'contentType'
  | 'sha256'
>;

/** A stored document in the contract's spelling. */
export function documentItem(row: Listed) {
  return {
    id: row.id,
    fileName: row.fileName,
    originalFileName: row.originalFileName,
    description: row.description,
    documentTypeId: row.documentTypeId,
    fileSizeInBytes: row.sizeInBytes,
    contentType: row.contentType,
    shA256Hash: row.sha256,
  };
}
