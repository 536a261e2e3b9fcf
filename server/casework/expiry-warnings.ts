import 'server-only';
import { dayOf, daysBetween } from '@/lib/days';
import kyc from '@/lib/i18n/messages/en/kyc.json';
import { paths } from '@/lib/paths';
import type { AuditEvent } from '../audit/events';
import { recordAll } from '../audit/record';
import type { Database } from '../db/client';
import {
  type ExpiringDocument,
  type ExpiryPlace,
  expiringDocuments,
  insertWarnings,
  warnedCustomer,
} from '../db/queries/expiring-documents';
import { inTransaction } from '../db/transaction';
import { nudgeMail, queueMail } from '../mail/queue';

type Parts = {
  db: Database;
  /** Where browsers reach the product, without a slash at its end. */
  origin: string;
  clock: () => Date;
  newId: () => string;
  signal: AbortSignal;
};

/** Documents that are read at once. */
const BATCH = 200;

/** The warnings that the customer gets too; the earlier ones are for the staff. */
const MAILED = 30;

/**
 * Warns 90, 60, 30 and 7 days ahead of a document's expiry: an event for each, and for the last two a mail to the customer, one a
 * customer and day, with all the documents that are due. One transaction a customer, so that it may be killed at any point, run again,
 * and run twice at once. A day begins at midnight UTC. Returns how many warnings were given.
 */
export async function warnOfExpiry(parts: Parts): Promise<number> {
  const at = parts.clock();
  const today = dayOf(at);
  let given = 0;
  let after: ExpiryPlace | undefined;
  for (;;) {
    const due = await expiringDocuments(parts.db, today, { limit: BATCH, after });
    for (const submissionId of new Set(due.map((document) => document.submissionId))) {
      if (parts.signal.aborted) return given;
      given += await warnCustomer(parts, submissionId, at, today);
    }
    after = due.at(-1);
    if (due.length < BATCH) return given;
  }
}

async function warnCustomer(
  { db, origin, newId }: Parts,
  submissionId: string,
  at: Date,
  today: string,
): Promise<number> {
  const { given, mailed } = await inTransaction(db, async (tx) => {
    const nothing = { given: 0, mailed: false };
    const customer = await warnedCustomer(tx, submissionId, new Date(`${today}T00:00:00.000Z`));
    if (customer === undefined) return nothing;
    const { tenantId, displayName, email } = customer;
    const due = await expiringDocuments(tx, today, { limit: BATCH, submissionId });
    // A second mail on one day would be one too many: what is new since the first waits for tomorrow.
    const timely = customer.mailedToday ? due.filter(({ daysAhead }) => daysAhead > MAILED) : due;
    const warned = await insertWarnings(tx, timely, at);
    if (warned.length === 0) return nothing;
    const events: AuditEvent[] = warned.map(({ id, daysAhead }) => ({
      type: 'document.expiring',
      submissionId,
      data: { documentId: id, daysAhead },
    }));
    const mailable = warned.filter(({ daysAhead }) => daysAhead <= MAILED);
    const mails = mailable.length > 0 && email !== '' && customer.kycState !== 'Rejected';
    if (mails) {
      const documents = mailable.map((document) => mailLine(document, today));
      const values = { customerName: displayName, documents, url: `${origin}${paths.portal}` };
      const mail = { kind: 'document_expiring', values, recipient: email, tenantId, submissionId } as const;
      events.push(await queueMail(tx, mail, at, newId()));
    }
    const context = { tenantId, actor: { kind: 'system', id: 'expiry-warnings' }, at } as const;
    await recordAll(tx, { ...context, requestId: newId() }, newId, events);
    return { given: warned.length, mailed: mails };
  });
  if (mailed) nudgeMail();
  return given;
}

function mailLine({ documentTypeId, expiryDate }: ExpiringDocument, today: string) {
  const daysAhead = daysBetween(today, expiryDate);
  return { what: kyc.documentType[documentTypeId], expiryDate, daysAhead };
}
