import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { DOCUMENT_TYPES } from '@/lib/kyc/contract/lists';
import { bytes, id, moment } from './columns';
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
    /** Counts the uploads of one type to one submission, deleted ones too, from 1. */
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
    /** The file's own data key, wrapped by the key-encryption key `keyId`; both are erased with a deletion. */
    sealedKey: bytes('sealed_key'),
    keyId: text('key_id'),
    /** Of a PDF or TIFF; the dimensions of an image in pixels. */
    pageCount: integer('page_count'),
    width: integer('width'),
    height: integer('height'),
    uploadedAt: moment('uploaded_at').notNull(),
    /** As `answeredBy` of an answer; null where it was not kept. */
    uploadedBy: text('uploaded_by'),
    deletedAt: moment('deleted_at'),
    /** When it was noticed that it had expired, and the customer assessed anew. */
    expiredAt: moment('expired_at'),
  },
  (t) => [
    index('documents_of_submission').on(t.submissionId, t.uploadedAt),
    uniqueIndex('documents_version_unique').on(t.submissionId, t.documentTypeId, t.version),
    index('documents_expiring')
      .on(t.expiryDate)
      .where(sql`${t.deletedAt} is null and ${t.expiryDate} is not null`),
    // Empty but for what has run out since the job looked last: everything else in it lies ahead.
    index('documents_to_expire')
      .on(t.expiryDate, t.id)
      .where(sql`${t.deletedAt} is null and ${t.expiredAt} is null and ${t.expiryDate} is not null`),
    index('documents_by_key').on(t.keyId, t.id),
    index('documents_storage_key').on(t.storageKey),
  ],
);

/** A warning that a document expires, once for each number of days ahead. */
export const documentWarnings = pgTable(
  'document_warnings',
  {
    documentId: id('document_id')
      .notNull()
      .references(() => documents.id),
    daysAhead: integer('days_ahead').notNull(),
    warnedAt: moment('warned_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.daysAhead] })],
);
