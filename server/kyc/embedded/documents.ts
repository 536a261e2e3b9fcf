import type { KycApi } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import { type DocumentRow, documentsOf } from '../../db/queries/documents';
import { submissionExists } from '../../db/queries/submissions';
import type { EngineParts } from './parts';

/** `GET submissions/{submissionId}/documents`. Contract section 7. */
export function listDocuments({ db }: EngineParts): KycApi['listDocuments'] {
  return async ({ tenantId }, { submissionId }) => {
    const rows = await documentsOf(db, tenantId, submissionId);
    if (rows.length === 0 && !(await submissionExists(db, tenantId, submissionId))) throw new KycError(404);
    return rows.map(documentItem);
  };
}

/** A stored document in the contract's spelling. */
export function documentItem(row: Omit<DocumentRow, 'uploadedAt'>) {
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
