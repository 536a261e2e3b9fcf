import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, createdAt, id, moment, tenantId } from './columns';

export const MAIL_STATES = ['queued', 'sent', 'kept', 'failed'] as const;
export type MailState = (typeof MAIL_STATES)[number];
export const MAIL_KINDS = [
  'welcome',
  'password_link',
  'staff_invitation',
  'information_requested',
  'document_expiring',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Mails, queued in the change's own transaction and sent by a job. */
export const mails = pgTable(
  'mails',
  {
    id: id().primaryKey(),
    tenantId: tenantId(),
    kind: text('kind', { enum: MAIL_KINDS }).notNull(),
    submissionId: id('submission_id'),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    /** The rendered text and HTML, encrypted, because a link that opens an account stands in it; erased once it is sent. */
    sealedBody: bytes('sealed_body'),
    /** `kept` = without a mail server: readable in the outbox page. `failed` = given up, with the reason. */
    state: text('state', { enum: MAIL_STATES }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** The mail server's code and class of fault, no address. */
    lastFault: text('last_fault'),
    nextAttemptAt: moment('next_attempt_at').notNull(),
    sentAt: moment('sent_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('mails_due').on(t.state, t.nextAttemptAt),
    index('mails_newest').on(t.tenantId, t.createdAt, t.id),
    index('mails_of_submission').on(t.submissionId, t.createdAt),
  ],
);
