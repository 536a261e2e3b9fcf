import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '../client';
import { documents, submissions } from '../schema';
import { holdFree } from './submissions';

/** A place in the order of expiry: the last document that was seen. */
export type ExpiredPlace = { id: string; expiryDate: string };

/** A document that has expired since its customer was assessed last. */
export type ExpiredDocument = ExpiredPlace & { submissionId: string; tenantId: string };

/** What has expired by a day and was not noticed yet, older versions too; read by an index that holds nothing else. */
const unnoticed = (today: string) =>
  and(isNull(documents.deletedAt), isNull(documents.expiredAt), lt(documents.expiryDate, today));

/** The next documents behind `after` that have expired and were not noticed yet, the longest expired first. */
export async function expiredDocuments(
  db: DbOrTx,
  today: string,
  { after, limit }: { after: ExpiredPlace | undefined; limit: number },
): Promise<ExpiredDocument[]> {
  const { id, expiryDate, submissionId } = documents;
  const rows = await db
    .select({ id, expiryDate, submissionId, tenantId: submissions.tenantId })
    .from(documents)
    .innerJoin(submissions, eq(submissions.id, submissionId))
    .where(
      and(unnoticed(today), after && sql`(${expiryDate}, ${id}) > (${after.expiryDate}::date, ${after.id})`),
    )
    .orderBy(asc(expiryDate), asc(id))
    .limit(limit);
  return rows.flatMap((row) => (row.expiryDate === null ? [] : [{ ...row, expiryDate: row.expiryDate }]));
}

/** Which of some submissions, whose rows the transaction holds, have such documents. */
export async function withExpiredDocuments(
  tx: Tx,
  submissionIds: readonly string[],
  today: string,
): Promise<string[]> {
  if (submissionIds.length === 0) return [];
  const rows = await tx
    .selectDistinct({ submissionId: documents.submissionId })
    .from(documents)
    .where(
      and(
        unnoticed(today),
        sql`${documents.submissionId} in (select jsonb_array_elements_text(${JSON.stringify(submissionIds)}::jsonb))`,
      ),
    )
    .orderBy(asc(documents.submissionId));
  return rows.map(({ submissionId }) => submissionId);
}

/** Holds a submission with such documents; false where another instance holds it, or has noticed them meanwhile. */
export function holdExpired(tx: Tx, submissionId: string, today: string): Promise<boolean> {
  return holdFree(
    tx,
    submissionId,
    sql`exists (select 1 from ${documents} where ${documents.submissionId} = ${submissions.id} and ${unnoticed(today)})`,
  );
}

/** Notes that a held submission's documents have expired; gives those that nobody had noted before. */
export async function noteExpired(
  tx: Tx,
  submissionId: string,
  { today, at }: { today: string; at: Date },
): Promise<ExpiredPlace[]> {
  const noted = await tx
    .update(documents)
    .set({ expiredAt: at })
    .where(and(eq(documents.submissionId, submissionId), unnoticed(today)))
    .returning({ id: documents.id, expiryDate: documents.expiryDate });
  return noted.flatMap(({ id, expiryDate }) => (expiryDate === null ? [] : [{ id, expiryDate }]));
}
