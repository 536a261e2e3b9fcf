import 'server-only';
import type { KycCall } from '@/lib/kyc/api';
import { newId } from '@/lib/new-id';
import type { OutboxLine, OutboxList, OutboxMail } from '@/lib/outbox';
import { record } from '../audit/record';
import { database } from '../db/client';
import { inTransaction } from '../db/transaction';
import { env } from '../env';
import { listOutbox, type MailSummary, readMail } from './outbox';

/** A tenant's outbox on the process's database, for the page or route that has asked for the permission `outbox:read`. */
export async function outboxDesk(tenantId: string) {
  const { db } = await database();
  return {
    async list(after: string | undefined): Promise<OutboxList> {
      const { mails, next } = await listOutbox(db, tenantId, after);
      return { mails: mails.map(line), next: next ?? null };
    },
    /** One mail, or undefined. That its content is read is on record before it is handed out. */
    read: (call: KycCall, mailId: string): Promise<OutboxMail | undefined> =>
      inTransaction(db, async (tx) => {
        const mail = await readMail(tx, tenantId, mailId);
        if (!mail) return undefined;
        const { id, kind, submissionId } = mail;
        const body = isShown(mail) ? mail.body : null;
        if (body) {
          const { actor, requestId } = call;
          const context = { tenantId, actor, requestId, at: new Date(), id: newId() };
          await record(tx, context, { type: 'mail.read', submissionId, data: { mailId: id, kind } });
        }
        return {
          ...line(mail),
          submissionId,
          attempts: mail.attempts,
          lastFault: mail.lastFault,
          nextAttemptAt: mail.state === 'queued' ? mail.nextAttemptAt.toISOString() : null,
          sentAt: mail.sentAt?.toISOString() ?? null,
          body,
        };
      }),
  };
}

/** What the mail server is about to deliver is for its addressee; what stays here has no other reader. */
function isShown({ state }: MailSummary): boolean {
  return state === 'kept' || env().smtpUrl === undefined;
}

function line({ id, kind, state, recipient, subject, createdAt }: MailSummary): OutboxLine {
  return { id, kind, state, recipient, subject, createdAt: createdAt.toISOString() };
}
