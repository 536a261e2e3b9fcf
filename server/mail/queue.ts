import 'server-only';
import type { AuditEvent } from '../audit/events';
import type { Tx } from '../db/client';
import { insertMail, type StoredMail } from '../db/queries/mails';
import { deriveKey } from '../secrets';
import { sealBody } from './seal';
import { type MailContent, renderMail } from './templates';

export { nudgeMail } from './nudge';

type MailQueued = Extract<AuditEvent, { type: 'mail.queued' }>;

/** A mail to one recipient. `submissionId` is the customer's it belongs to; null for a member of staff. */
export type OutgoingMail = MailContent & {
  tenantId: string;
  recipient: string;
  submissionId: string | null;
};

/**
 * Queues a mail inside the change's transaction: it is sent if and only if the change commits. Returns the event for the
 * caller to record in the same transaction, with the change's own actor; after the commit, `nudgeMail()` sends it at once.
 */
export async function queueMail(tx: Tx, mail: OutgoingMail, at: Date, id: string): Promise<MailQueued> {
  const { row, event } = mailRow(mail, at, id);
  await insertMail(tx, row);
  return event;
}

/** A queued mail as it is stored, with its event, for a change that writes all its rows in one statement. */
export function mailRow(mail: OutgoingMail, at: Date, id: string) {
  const { tenantId, kind, recipient, submissionId } = mail;
  const { subject, body } = renderMail(mail);
  const row: StoredMail = {
    id,
    tenantId,
    kind,
    submissionId,
    recipient,
    subject,
    sealedBody: sealBody(deriveKey('mail'), id, body),
    state: 'queued',
    attempts: 0,
    lastFault: null,
    nextAttemptAt: at,
    sentAt: null,
    createdAt: at,
  };
  const event: MailQueued = { type: 'mail.queued', submissionId, data: { mailId: id, kind } };
  return { row, event };
}
