import 'server-only';
import type { AuditEvent } from '../audit/events';
import type { Tx } from '../db/client';
import { insertMail } from '../db/queries/mails';
import { deriveKey } from '../secrets';
import { sealBody } from './seal';
import { type MailContent, renderMail } from './templates';

export { nudgeMail } from './nudge';

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
export async function queueMail(
  tx: Tx,
  mail: OutgoingMail,
  at: Date,
  id: string,
): Promise<Extract<AuditEvent, { type: 'mail.queued' }>> {
  const { tenantId, kind, recipient, submissionId } = mail;
  const { subject, body } = renderMail(mail);
  await insertMail(tx, {
    id,
    tenantId,
    kind,
    submissionId,
    recipient,
    subject,
    sealedBody: sealBody(deriveKey('mail'), id, body),
    state: 'queued',
    nextAttemptAt: at,
    createdAt: at,
  });
  return { type: 'mail.queued', submissionId, data: { mailId: id, kind } };
}
