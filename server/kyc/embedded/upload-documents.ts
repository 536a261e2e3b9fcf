import type { KycApi, KycCall } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import type { DocumentType } from '@/lib/kyc/contract/lists';
import type { OperationOutput } from '@/lib/kyc/contract/operations';
import type { AuditEvent } from '../../audit/events';
import type { Tx } from '../../db/client';
import { describeDbError } from '../../db/errors';
import { highestVersions, insertDocuments } from '../../db/queries/documents';
import { profileRow } from '../../db/queries/profile';
import { inTransaction } from '../../db/transaction';
import type { DocumentVault } from '../../documents/vault';
import { log } from '../../log';
import { changeSubmission, holdSubmission, sourceOf } from './change';
import { documentItem } from './documents';
import { isOpenFor, openDocuments } from './documents-editing';
import { safeFileName } from './file-name';
import { type EngineParts, vaultOf } from './parts';
import { type IncomingDocument, readUpload } from './read-upload';

/**
 * `POST …/documents`: stores all documents of an upload or none. Each file goes into the store as it streams in; the records are one
 * transaction after that, and what was stored for an upload that is refused is removed. The same type again is a new version. It is
 * no answer: the state stays. Contract section 7.
 */
export function uploadDocuments(parts: EngineParts): KycApi['uploadDocuments'] {
  return async (call, { submissionId, parts: form }) => {
    const vault = vaultOf(parts);
    const upload = readUpload(form, vault, () => assertOpen(parts, call, submissionId));
    let mayStand = false;
    try {
      const documents = await upload.documents;
      mayStand = true;
      return await inTransaction(parts.db, (tx) => putOnRecord(tx, parts, call, submissionId, documents));
    } catch (error) {
      // Where the database failed to say so, the records may stand all the same; what has none is left to the sweep.
      if (!mayStand || error instanceof KycError) await removeAll(vault, upload.stored);
      throw error;
    }
  };
}

/** Refuses before the first byte is stored what will be refused anyway. */
async function assertOpen(parts: EngineParts, call: KycCall, submissionId: string): Promise<void> {
  const row = await profileRow(parts.db, call.tenantId, submissionId);
  if (row === undefined) throw new KycError(404);
  openDocuments(row, call.actor, parts.clock());
}

async function putOnRecord(
  tx: Tx,
  parts: EngineParts,
  call: KycCall,
  submissionId: string,
  documents: readonly IncomingDocument[],
): Promise<OperationOutput<'uploadDocuments'>> {
  const held = await holdSubmission(tx, call, submissionId);
  const at = parts.clock();
  const open = openDocuments(held, call.actor, at);
  const closed = documents.filter(({ details }) => !isOpenFor(open, details.documentTypeId));
  if (closed.length > 0) {
    const message = 'is not asked for again';
    throw new KycError(409, {
      fields: closed.map(({ pathOf }) => ({ path: pathOf('documentTypeId'), message })),
    });
  }
  const versions = await highestVersions(tx, submissionId);
  const rows = documents.map(({ details, file }) => {
    const { originalFileName, documentTypeId, description, expiryDate } = details;
    return {
      ...file,
      id: parts.newId(),
      submissionId,
      documentTypeId,
      version: nextVersion(versions, documentTypeId),
      fileName: safeFileName(originalFileName, file.contentType),
      originalFileName,
      description: description || null,
      expiryDate: expiryDate ?? null,
      uploadedAt: at,
      uploadedBy: sourceOf(call.actor),
    };
  });
  await insertDocuments(tx, rows);
  const events = rows.map(
    ({ id, documentTypeId, sha256 }): AuditEvent => ({
      type: 'document.recorded',
      submissionId,
      data: { documentId: id, documentTypeId, sha256 },
    }),
  );
  await changeSubmission(tx, parts, { call, at }, held, {
    documents: [...held.documents, ...rows],
    events,
    trigger: 'document.uploaded',
  });
  return rows.map(documentItem);
}

/** Counts on within one upload; the submission's row is held, so no other upload counts at the same time. */
function nextVersion(versions: Map<DocumentType, number>, type: DocumentType): number {
  const version = (versions.get(type) ?? 0) + 1;
  versions.set(type, version);
  return version;
}

/** Removes bytes that nothing refers to; what cannot be removed now, the sweep removes. */
export async function removeAll(vault: DocumentVault, storageKeys: readonly string[]): Promise<void> {
  const settled = await Promise.allSettled(storageKeys.map((key) => vault.remove(key)));
  for (const one of settled) {
    if (one.status === 'rejected') log().warn(describeDbError(one.reason), 'a file waits for the sweep');
  }
}
