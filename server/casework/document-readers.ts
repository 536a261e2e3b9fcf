import 'server-only';
import type { DocumentReader } from '@/lib/kyc/document-readers';
import type { DbOrTx } from '../db/client';
import { readsOfDocument } from '../db/queries/document-reads';

const HOW: Record<string, DocumentReader['how']> = {
  'document.viewed': 'viewed',
  'document.downloaded': 'downloaded',
  'documents.archived': 'archived',
};

/** Who looked at a customer's document or took it, by the audit trail, the latest first; a deleted document keeps its readers. */
export async function documentReaders(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
  documentId: string,
): Promise<DocumentReader[]> {
  const reads = await readsOfDocument(db, tenantId, submissionId, documentId);
  return reads.map(({ actorKind, name, type, count, lastAt }) => ({
    kind: actorKind,
    name,
    how: HOW[type] ?? 'viewed',
    count,
    lastAt: lastAt.toISOString(),
  }));
}
