import { createTransport } from 'nodemailer';
import type { StoredMail } from '../db/queries/mails';
import type { MailBody } from './seal';

/** A connection to a mail server that is kept over several mails. */
export type MailTransport = {
  /** Resolves once the server has taken the mail over; else throws nodemailer's error. */
  send(mail: Pick<StoredMail, 'id' | 'recipient' | 'subject' | 'createdAt'>, body: MailBody): Promise<void>;
  close(): void;
};

/** Opens a transport to the server of `smtpUrl`; it connects with the first mail. `from` is MAIL_FROM. */
export function openTransport(smtpUrl: string, from: string): MailTransport {
  const transporter = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 1,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail, body) {
      await transporter.sendMail({
        from,
        // As parts, so that no character in the address can add a recipient or a header.
        to: { name: '', address: mail.recipient },
        subject: mail.subject,
        text: body.text,
        html: body.html,
        // The same at each attempt: a mail server that got it twice can tell, and so can the reader's program.
        messageId: `<${mail.id}@${domainOf(from)}>`,
        date: mail.createdAt,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transporter.close(),
  };
}

function domainOf(from: string): string {
  return /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
}
