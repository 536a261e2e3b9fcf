import { documentsNamed } from '@/lib/kyc/answer-documents';
import type { KycApi } from '@/lib/kyc/api';
import { placedFields } from '@/lib/kyc/conditions';
import { KycError } from '@/lib/kyc/contract/errors';
import type { AuditEvent } from '../../audit/events';
import { eraseDocuments } from '../../db/queries/documents';
import { inTransaction } from '../../db/transaction';
import { changeSubmission, type HeldSubmission, holdSubmission } from './change';
import { isOpenFor, openDocuments } from './documents-editing';
import { type EngineParts, vaultOf } from './parts';
import { removeAll } from './upload-documents';

/**
 * `DELETE …/documents`: all or none. The answers that name a deleted document go with it. Its key is erased in the same transaction,
 * so that it cannot be read from then on, and its bytes are removed after; the record stays. Contract section 7.
 */
export function deleteDocuments(parts: EngineParts): KycApi['deleteDocuments'] {
  return async (call, { submissionId, ids }) => {
    const storageKeys = await inTransaction(parts.db, async (tx) => {
      const held = await holdSubmission(tx, call, submissionId);
      const at = parts.clock();
      const doomed = found(held, ids);
      const open = openDocuments(held, call.actor, at);
      const stay = doomed.filter(
        ({ documentTypeId, uploadedAt }) =>
          !isOpenFor(open, documentTypeId) || Date.parse(uploadedAt) < open.since,
      );
      if (stay.length > 0) {
        throw new KycError(409, { message: 'What compliance has seen cannot be deleted now' });
      }
      const removed = answersNaming(held, new Set(doomed.map(({ id }) => id)));
      const erased = await eraseDocuments(
        tx,
        submissionId,
        doomed.map(({ id }) => id),
        at,
      );
      const left = held.documents.filter((document) => !doomed.includes(document));
      await changeSubmission(tx, parts, { call, at }, held, {
        removed,
        documents: left,
        events: [
          ...doomed.map((document) => deletion(submissionId, document)),
          ...taking(submissionId, removed),
        ],
        trigger: 'document.deleted',
      });
      return erased;
    });
    await removeAll(vaultOf(parts), storageKeys);
    return `Deleted ${storageKeys.length} documents`;
  };
}

type HeldDocument = HeldSubmission['documents'][number];

/** The documents of these ids, each once; the 404 where one is none of the submission's. */
function found({ documents }: HeldSubmission, ids: readonly string[]): HeldDocument[] {
  return [...new Set(ids)].map((id) => {
    const document = documents.find((one) => one.id === id);
    if (document === undefined) throw new KycError(404);
    return document;
  });
}

/** The fields whose answers name one of the documents; a 409 where one of them is locked. */
function answersNaming({ answers, pages }: HeldSubmission, doomed: ReadonlySet<string>): string[] {
  const naming = answers
    .filter(({ value }) => documentsNamed(value).some(({ documentId }) => doomed.has(documentId)))
    .map(({ fieldId }) => fieldId);
  if (placedFields(pages).some(({ field }) => field.isLocked && naming.includes(field.id))) {
    throw new KycError(409, { message: 'A document that answers a locked field cannot be deleted' });
  }
  return naming;
}

function deletion(submissionId: string, { id, documentTypeId, sha256 }: HeldDocument): AuditEvent {
  return { type: 'document.deleted', submissionId, data: { documentId: id, documentTypeId, sha256 } };
}

function taking(submissionId: string, fieldIds: string[]): AuditEvent[] {
  return fieldIds.length === 0 ? [] : [{ type: 'answers.saved', submissionId, data: { fieldIds } }];
}
