import { and, eq, gt, gte, isNull, lte, notExists, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { EXPIRY_WARNINGS } from '@/lib/kyc/requests';
import type { DbOrTx, Tx } from '../client';
import { directory, documents, documentWarnings, mails, submissions } from '../schema';

/** A document that a warning is due for; `daysAhead` is the warning, `expiryDate` a day. */
export type ExpiringDocument = {
  id: string;
  submissionId: string;
  documentTypeId: (typeof documents.$inferSelect)['documentTypeId'];
  expiryDate: string;
  daysAhead: number;
};

/** A place in the order of expiry: the last document that was seen. */
export type ExpiryPlace = Pick<ExpiringDocument, 'id' | 'expiryDate'>;

const FURTHEST = Math.max(...EXPIRY_WARNINGS);

/** The nearest of the warnings that is not behind yet, for a document that expires on or after `today`. */
function warningAt(today: string): SQL<number> {
  const nearestFirst = EXPIRY_WARNINGS.toSorted((a, b) => a - b);
  const cases = nearestFirst.map(
    (days) => sql`when ${documents.expiryDate} <= ${today}::date + ${days}::int then ${days}::int`,
  );
  return sql<number>`case ${sql.join(cases, sql` `)} end`;
}

/**
 * Documents that expire within 90 days of `today` and whose present warning was not given yet, the soonest first: only the current
 * version of a type, nothing deleted. Read by the index on expiry dates.
 */
export async function expiringDocuments(
  db: DbOrTx,
  today: string,
  { limit, after, submissionId }: { limit: number; after?: ExpiryPlace | undefined; submissionId?: string },
): Promise<ExpiringDocument[]> {
  const newer = alias(documents, 'newer');
  const daysAhead = warningAt(today);
  const rows = await db
    .select({
      id: documents.id,
      submissionId: documents.submissionId,
      documentTypeId: documents.documentTypeId,
      expiryDate: documents.expiryDate,
      daysAhead,
    })
    .from(documents)
    .where(
      and(
        isNull(documents.deletedAt),
        gte(documents.expiryDate, today),
        lte(documents.expiryDate, sql`${today}::date + ${FURTHEST}::int`),
        submissionId === undefined ? undefined : eq(documents.submissionId, submissionId),
        after &&
          or(
            gt(documents.expiryDate, after.expiryDate),
            and(eq(documents.expiryDate, after.expiryDate), gt(documents.id, after.id)),
          ),
        notExists(
          db
            .select({ one: sql`1` })
            .from(newer)
            .where(
              and(
                eq(newer.submissionId, documents.submissionId),
                eq(newer.documentTypeId, documents.documentTypeId),
                isNull(newer.deletedAt),
                gt(newer.version, documents.version),
              ),
            ),
        ),
        notExists(
          db
            .select({ one: sql`1` })
            .from(documentWarnings)
            .where(
              and(eq(documentWarnings.documentId, documents.id), eq(documentWarnings.daysAhead, daysAhead)),
            ),
        ),
      ),
    )
    .orderBy(documents.expiryDate, documents.id)
    .limit(limit);
  return rows.flatMap(({ expiryDate, ...row }) => (expiryDate === null ? [] : [{ ...row, expiryDate }]));
}

/** Notes warnings; gives those back that nobody had given before. Whoever does the same at the same moment waits, and gets none. */
export async function insertWarnings(
  tx: Tx,
  due: readonly ExpiringDocument[],
  at: Date,
): Promise<ExpiringDocument[]> {
  if (due.length === 0) return [];
  const inOrder = due.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const noted = await tx
    .insert(documentWarnings)
    .values(inOrder.map(({ id, daysAhead }) => ({ documentId: id, daysAhead, warnedAt: at })))
    .onConflictDoNothing()
    .returning({ id: documentWarnings.documentId });
  const ids = new Set(noted.map(({ id }) => id));
  return due.filter(({ id }) => ids.has(id));
}

/** Whom a warning goes to, and whether one was mailed to it since `dayStart`; undefined for no submission. */
export async function warnedCustomer(tx: Tx, submissionId: string, dayStart: Date) {
  const [row] = await tx
    .select({
      tenantId: submissions.tenantId,
      kycState: submissions.kycState,
      displayName: directory.displayName,
      email: directory.email,
      mailedToday: sql<boolean>`exists (
        select 1 from ${mails} where ${mails.submissionId} = ${submissions.id}
        and ${mails.kind} = 'document_expiring' and ${mails.createdAt} >= ${dayStart.toISOString()})`,
    })
    .from(submissions)
    .innerJoin(directory, eq(directory.submissionId, submissions.id))
    .where(eq(submissions.id, submissionId));
  return row;
}

/**
 * A document that counts on `today` and no longer does within `days`: the current one of its type, and
 * not deleted.
 */
export function runsOut(today: string, days: number): SQL {
  return sql`(${documents.deletedAt} is null and ${documents.expiryDate} >= ${today}::date
    and ${documents.expiryDate} <= ${today}::date + ${days}::int
    and not exists (
      select 1 from ${documents} newer where newer.submission_id = ${documents.submissionId}
      and newer.document_type_id = ${documents.documentTypeId} and newer.deleted_at is null
      and newer.version > ${documents.version}
    ))`;
}
