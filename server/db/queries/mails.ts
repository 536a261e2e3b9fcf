import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '../client';
import { mails } from '../schema';

export type NewMail = typeof mails.$inferInsert;
export type StoredMail = typeof mails.$inferSelect;

/** A mail as lists show it: everything but the body. */
const summary = {
  id: mails.id,
  kind: mails.kind,
  submissionId: mails.submissionId,
  recipient: mails.recipient,
  subject: mails.subject,
  state: mails.state,
  attempts: mails.attempts,
  lastFault: mails.lastFault,
  nextAttemptAt: mails.nextAttemptAt,
  sentAt: mails.sentAt,
  createdAt: mails.createdAt,
} as const;

export type MailSummary = Pick<StoredMail, keyof typeof summary>;

/** A place in the list, newest first: the last mail that was seen. */
export type MailPlace = Pick<StoredMail, 'id' | 'createdAt'>;

export async function insertMail(tx: Tx, mail: NewMail): Promise<void> {
  await tx.insert(mails).values(mail);
}

/** How many of a tenant's mails wait, and how many were given up. */
export async function countMails(db: DbOrTx, tenantId: string): Promise<{ queued: number; failed: number }> {
  const rows = await db
    .select({ state: mails.state, count: sql<number>`count(*)::int` })
    .from(mails)
    .where(and(eq(mails.tenantId, tenantId), inArray(mails.state, ['queued', 'failed'])))
    .groupBy(mails.state);
  const of = (state: StoredMail['state']) => rows.find((row) => row.state === state)?.count ?? 0;
  return { queued: of('queued'), failed: of('failed') };
}

/**
 * Claims the mail that has been due longest: counts the attempt and keeps others away from it until `claimedUntil`, after
 * which a sender that died counts as failed. Two senders never get the same attempt of the same mail.
 */
export async function claimDueMail(
  db: DbOrTx,
  at: Date,
  claimedUntil: Date,
): Promise<StoredMail | undefined> {
  const due = db
    .select({ id: mails.id })
    .from(mails)
    .where(and(eq(mails.state, 'queued'), lte(mails.nextAttemptAt, at)))
    .orderBy(mails.nextAttemptAt)
    .limit(1)
    .for('update', { skipLocked: true });
  const [claimed] = await db
    .update(mails)
    .set({ attempts: sql`${mails.attempts} + 1`, nextAttemptAt: claimedUntil })
    .where(inArray(mails.id, due))
    .returning();
  return claimed;
}

/** What an attempt led to. */
export type MailOutcome = Partial<
  Pick<StoredMail, 'state' | 'sealedBody' | 'sentAt' | 'nextAttemptAt' | 'lastFault'>
>;

/**
 * Writes down how an attempt ended; false when a later attempt has begun since, whose outcome counts instead.
 */
export async function settleMail(
  tx: Tx,
  claimed: Pick<StoredMail, 'id' | 'attempts'>,
  outcome: MailOutcome,
): Promise<boolean> {
  const settled = await tx
    .update(mails)
    .set(outcome)
    .where(and(eq(mails.id, claimed.id), eq(mails.attempts, claimed.attempts), eq(mails.state, 'queued')))
    .returning({ id: mails.id });
  return settled.length === 1;
}

/** Keeps every due mail for the outbox, where there is no mail server. Returns how many. */
export async function keepDueMails(db: DbOrTx, at: Date): Promise<number> {
  const kept = await db
    .update(mails)
    .set({ state: 'kept' })
    .where(and(eq(mails.state, 'queued'), lte(mails.nextAttemptAt, at)))
    .returning({ id: mails.id });
  return kept.length;
}

/** A tenant's mails, newest first, up to `limit`, from behind `after` on. */
export async function listMails(
  db: DbOrTx,
  tenantId: string,
  { limit, after }: { limit: number; after?: MailPlace | undefined },
): Promise<MailSummary[]> {
  const behind =
    after && sql`(${mails.createdAt}, ${mails.id}) < (${after.createdAt.toISOString()}, ${after.id})`;
  return db
    .select(summary)
    .from(mails)
    .where(and(eq(mails.tenantId, tenantId), behind))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(limit);
}

/** One mail with its sealed body. */
export async function findMail(
  db: DbOrTx,
  tenantId: string,
  mailId: string,
): Promise<StoredMail | undefined> {
  const [mail] = await db
    .select()
    .from(mails)
    .where(and(eq(mails.tenantId, tenantId), eq(mails.id, mailId)));
  return mail;
}

/** The newest mail of one kind to a submission's customer: its state is what a screen tells of it. */
export async function latestMailOf(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
  kind: StoredMail['kind'],
): Promise<MailSummary | undefined> {
  const [mail] = await db
    .select(summary)
    .from(mails)
    .where(and(eq(mails.tenantId, tenantId), eq(mails.submissionId, submissionId), eq(mails.kind, kind)))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(1);
  return mail;
}
