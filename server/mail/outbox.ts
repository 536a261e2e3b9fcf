import 'server-only';
import { z } from 'zod';
import type { DbOrTx } from '../db/client';
import { findMail, listMails, type MailPlace, type MailSummary } from '../db/queries/mails';
import { deriveKey } from '../secrets';
import { type MailBody, openBody } from './seal';

export type { MailSummary } from '../db/queries/mails';

/** A mail as the outbox shows it; `body` is null once it was sent or given up. */
export type OutboxMail = MailSummary & { body: MailBody | null };

/** A page of the outbox, newest first; `next` is the cursor of the page behind it, if there is one. */
export type OutboxPage = { mails: MailSummary[]; next: string | undefined };

const PAGE = 25;

/** A tenant's mails, newest first. An unknown cursor starts anew. */
export async function listOutbox(db: DbOrTx, tenantId: string, cursor?: string): Promise<OutboxPage> {
  const found = await listMails(db, tenantId, { limit: PAGE + 1, after: openCursor(cursor) });
  const mails = found.slice(0, PAGE);
  const last = mails.at(-1);
  return { mails, next: found.length > PAGE && last ? sealCursor(last) : undefined };
}

/**
 * One mail with its content; undefined for another tenant's. Who reads it sees a link that opens an account: the caller
 * asks for the permission and puts `mail.read` on record.
 */
export async function readMail(
  db: DbOrTx,
  tenantId: string,
  mailId: string,
): Promise<OutboxMail | undefined> {
  const mail = await findMail(db, tenantId, mailId);
  if (!mail) return undefined;
  const { sealedBody, tenantId: _tenantId, ...summary } = mail;
  return { ...summary, body: sealedBody && openBody(deriveKey('mail'), mail.id, sealedBody) };
}

const place = z.tuple([z.iso.datetime(), z.string().min(1).max(64)]);

function sealCursor({ createdAt, id }: MailPlace): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString('base64url');
}

function openCursor(cursor: string | undefined): MailPlace | undefined {
  if (cursor === undefined) return undefined;
  try {
    const parsed = place.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return parsed.success ? { createdAt: new Date(parsed.data[0]), id: parsed.data[1] } : undefined;
  } catch {
    return undefined;
  }
}
