import { date, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { DOCUMENT_TYPES } from '@/lib/kyc/contract/lists';
import { id, moment } from './columns';
import { submissions } from './customers';

/** The record of a stored file; its bytes are in the document store under `storageKey`. Contract section 7. */
export const documents = pgTable(
  'documents',
  {
    id: id().primaryKey(),
    submissionId: id('submission_id')
      .notNull()
      .references(() => submissions.id),
    documentTypeId: text('document_type_id', { enum: DOCUMENT_TYPES }).notNull(),
    version: integer('version').notNull().default(1),
    fileName: text('file_name').notNull(),
    originalFileName: text('original_file_name').notNull(),
    description: text('description'),
    contentType: text('content_type').notNull(),
    sizeInBytes: integer('size_in_bytes').notNull(),
    /** Lower-case hexadecimal, of the bytes as uploaded. */
    sha256: text('sha256').notNull(),
    expiryDate: date('expiry_date', { mode: 'string' }),
    storageKey: text('storage_key').notNull(),
    uploadedAt: moment('uploaded_at').notNull(),
    deletedAt: moment('deleted_at'),
  },
  (t) => [index('documents_of_submission').on(t.submissionId, t.uploadedAt)],
);
