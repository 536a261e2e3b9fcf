/** A mail as the outbox's list shows it; moments are ISO 8601. */
export type OutboxLine = {
  id: string;
  kind: 'welcome' | 'password_link' | 'staff_invitation' | 'information_requested' | 'document_expiring';
  /** `kept`: there is no mail server, so it stays in the product. `failed`: given up after the last try. */
  state: 'queued' | 'sent' | 'kept' | 'failed';
  recipient: string;
  subject: string;
  createdAt: string;
};

/** A page of the outbox, newest first; `next` is the `after` of the page that follows. */
export type OutboxList = { mails: OutboxLine[]; next: string | null };

/** One mail with all that is known of it. */
export type OutboxMail = OutboxLine & {
  submissionId: string | null;
  attempts: number;
  /** The mail server's code and class of fault. */
  lastFault: string | null;
  /** When a mail that waits is tried next. */
  nextAttemptAt: string | null;
  sentAt: string | null;
  /** Null where the content is erased, or not for the product to show because a mail server is about to take it. */
  body: { text: string; html: string } | null;
};

const LINK = /https?:\/\/\S+/;

/** The link that a mail's text leads to, if it has one. */
export function linkIn(text: string): string | undefined {
  return LINK.exec(text)?.[0];
}
