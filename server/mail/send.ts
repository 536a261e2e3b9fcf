import 'server-only';
import type { AuditEvent } from '../audit/events';
import { record } from '../audit/record';
import type { Database } from '../db/client';
import {
  claimDueMail,
  keepDueMails,
  type MailOutcome,
  type StoredMail,
  settleMail,
} from '../db/queries/mails';
import { inTransaction } from '../db/transaction';
import { log } from '../log';
import { deriveKey } from '../secrets';
import { faultOf, MAX_ATTEMPTS, type MailFault, retryDelay } from './fault';
import { openBody } from './seal';
import { type MailTransport, openTransport } from './transport';

export type MailSender = {
  db: Database;
  /** Without one every due mail is kept for the outbox. */
  smtpUrl: string | undefined;
  /** The sender, as in MAIL_FROM. */
  from: string;
  clock: () => Date;
  newId: () => string;
  /** 0 to 1, for the jitter of repeats. */
  random: () => number;
  /** Ends the run after the mail in hand. */
  signal?: AbortSignal;
};

/**
 * For how long a claimed mail is nobody else's: longer than an attempt takes with all of its time-outs. A sender that is
 * killed leaves its mail to the next one after that.
 */
const CLAIM_MS = 3 * 60_000;

/**
 * Sends what is due, one mail after the other. Nothing is lost: a mail is marked as sent only after the server took it over,
 * so one whose sender dies in between goes out again, under the same Message-ID. Any number of senders may run at once. A
 * fault of the server ends the run and leaves the other mails as they are.
 */
export async function sendDueMail(sender: MailSender): Promise<void> {
  const { db, smtpUrl, from } = sender;
  if (smtpUrl === undefined) {
    await keepDueMails(db, sender.clock());
    return;
  }
  const transport = openTransport(smtpUrl, from);
  try {
    await sendAll(sender, transport);
  } finally {
    transport.close();
  }
}

async function sendAll(sender: MailSender, transport: MailTransport): Promise<void> {
  while (!sender.signal?.aborted) {
    const at = sender.clock();
    const mail = await claimDueMail(sender.db, at, new Date(at.getTime() + CLAIM_MS));
    if (!mail) return;
    const fault = await attempt(mail, transport);
    await settle(sender, mail, fault);
    if (fault?.isOfServer) return;
  }
}

async function attempt(mail: StoredMail, transport: MailTransport): Promise<MailFault | undefined> {
  const body = bodyOf(mail);
  if (!body) return { code: 'EUNREADABLE', isFinal: true, isOfServer: false };
  try {
    await transport.send(mail, body);
    return undefined;
  } catch (error) {
    return faultOf(error);
  }
}

/** Undefined where the installation's secret is not the one that sealed it. */
function bodyOf({ id, sealedBody }: StoredMail) {
  try {
    return sealedBody ? openBody(deriveKey('mail'), id, sealedBody) : undefined;
  } catch {
    return undefined;
  }
}

async function settle(sender: MailSender, mail: StoredMail, fault: MailFault | undefined): Promise<void> {
  const at = sender.clock();
  const outcome = outcomeOf(sender, mail, fault, at);
  const event = eventOf(mail, outcome);
  await inTransaction(sender.db, async (tx) => {
    const isSettled = await settleMail(tx, mail, outcome);
    if (!isSettled || !event) return;
    const context = {
      tenantId: mail.tenantId,
      actor: { kind: 'system', id: 'mail' },
      requestId: mail.id,
      at,
      id: sender.newId(),
    } as const;
    await record(tx, context, event);
  });
  if (fault) {
    const { id, kind, attempts } = mail;
    log().warn(
      { mailId: id, kind, attempts, fault: fault.code, state: outcome.state },
      'a mail was not sent',
    );
  }
}

/** What is in a body opens accounts, so it goes as soon as nobody needs it any more. */
function outcomeOf(
  { random }: MailSender,
  { attempts }: StoredMail,
  fault: MailFault | undefined,
  at: Date,
): MailOutcome {
  if (!fault) return { state: 'sent', sealedBody: null, sentAt: at, lastFault: null };
  if (fault.isFinal || attempts >= MAX_ATTEMPTS) {
    return { state: 'failed', sealedBody: null, lastFault: fault.code };
  }
  return { lastFault: fault.code, nextAttemptAt: new Date(at.getTime() + retryDelay(attempts, random)) };
}

function eventOf(mail: StoredMail, { state }: MailOutcome): AuditEvent | undefined {
  const { id: mailId, kind, submissionId, attempts } = mail;
  if (state === 'sent') return { type: 'mail.sent', submissionId, data: { mailId, kind } };
  if (state === 'failed') return { type: 'mail.failed', submissionId, data: { mailId, kind, attempts } };
  return undefined;
}
