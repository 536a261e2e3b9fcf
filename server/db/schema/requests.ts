import { sql } from 'drizzle-orm';
import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { DOCUMENT_TYPES } from '@/lib/kyc/contract/lists';
import { DOCUMENT_DECISIONS, REQUEST_REASONS } from '@/lib/kyc/requests';
import { createdAt, id, moment, tenantId } from './columns';
import { directory } from './directory';

/**
 * What compliance asks a customer for again, on either side of the port. It is open until it is answered or withdrawn; while one is
 * open, only what is asked for may be changed (`lib/kyc/editing.ts`).
 */
export const informationRequests = pgTable(
  'information_requests',
  {
    id: id().primaryKey(),
    tenantId: tenantId(),
    submissionId: id('submission_id')
      .notNull()
      .references(() => directory.submissionId),
    /** The field to answer again; null where a document is asked for that belongs to no field. */
    fieldId: id('field_id'),
    /** The type of document to upload again; null where only an answer is asked for. */
    documentTypeId: text('document_type_id', { enum: DOCUMENT_TYPES }),
    /** The very document that was not accepted. */
    documentId: id('document_id'),
    reason: text('reason', { enum: REQUEST_REASONS }).notNull(),
    /** What the customer reads. */
    words: text('words').notNull(),
    requestedBy: id('requested_by').notNull(),
    createdAt: createdAt(),
    /** When the customer sent the answer back, or compliance no longer wanted it. */
    answeredAt: moment('answered_at'),
    withdrawnAt: moment('withdrawn_at'),
  },
  (t) => [
    index('information_requests_of_submission').on(t.submissionId, t.createdAt),
    index('information_requests_open')
      .on(t.submissionId)
      .where(sql`${t.answeredAt} is null and ${t.withdrawnAt} is null`),
  ],
);

/** What compliance said of a document: appended to, the latest counts. */
export const documentReviews = pgTable(
  'document_reviews',
  {
    id: id().primaryKey(),
    tenantId: tenantId(),
    submissionId: id('submission_id')
      .notNull()
      .references(() => directory.submissionId),
    documentId: id('document_id').notNull(),
    decision: text('decision', { enum: DOCUMENT_DECISIONS }).notNull(),
    /** Null of an acceptance. */
    requestId: id('request_id').references(() => informationRequests.id),
    reviewedBy: id('reviewed_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('document_reviews_of_submission').on(t.submissionId, t.createdAt)],
);
