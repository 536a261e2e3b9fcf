import { and, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm';
import type { DbOrTx } from '../client';
import { answers, answerVersions, documents, profileVersions, riskAssessments, submissions } from '../schema';
import { documentColumns } from './documents';
import { overrideJson } from './overrides';
import { type ProfileRow, profileRow } from './profile';

/** A version with the level that held in it. */
export type VersionRow = typeof profileVersions.$inferSelect & { riskLevelId: string | null };

type Of = { tenantId: string; submissionId: string };

/** The versions of a submission of the tenant that are older than `before`, the newest first. */
export async function listVersions(
  db: DbOrTx,
  of: Of,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<VersionRow[]> {
  return db
    .select({ ...getTableColumns(profileVersions), riskLevelId: riskAssessments.riskLevelId })
    .from(profileVersions)
    .leftJoin(riskAssessments, eq(riskAssessments.id, profileVersions.assessmentId))
    .where(and(isOf(of), before === undefined ? undefined : lt(profileVersions.version, before)))
    .orderBy(desc(profileVersions.version))
    .limit(limit);
}

/** The version with which the last decision took effect; null where there was none. */
export async function decidedVersion(db: DbOrTx, { tenantId, submissionId }: Of): Promise<number | null> {
  const { rows } = await db.execute<{ version: number }>(sql`
    select version from (
      select version, kyc_state, lag(kyc_state) over (order by version) as state_before
      from profile_versions where submission_id = ${submissionId} and tenant_id = ${tenantId}
    ) v
    where kyc_state in ('Approved', 'Rejected') and kyc_state is distinct from state_before
    order by version desc limit 1`);
  return rows[0]?.version ?? null;
}

const isOf = ({ tenantId, submissionId }: Of) =>
  and(eq(profileVersions.submissionId, submissionId), eq(profileVersions.tenantId, tenantId));

/**
 * All that a submission's profile was made of at a version: the answers that held, the documents that were there, the assessment and
 * the state. Who the customer is and how it is reached is told as it is now. Undefined for none of the tenant.
 */
export async function profileRowAt(
  db: DbOrTx,
  of: Of & { version: number },
): Promise<ProfileRow | undefined> {
  const { tenantId, submissionId, version } = of;
  const [at] = await db
    .select()
    .from(profileVersions)
    .where(and(isOf(of), eq(profileVersions.version, version)));
  const row = at && (await profileRow(db, tenantId, submissionId));
  if (!row) return undefined;
  return {
    ...row,
    submission: { ...row.submission, kycState: at.kycState, version, updatedAt: at.at },
    answers: await answersAt(db, submissionId, version),
    documents: await documentsAt(db, submissionId, at.at),
    openRequests: [],
    ...(at.assessmentId === null ? {} : await assessmentOf(db, at.assessmentId)),
    review: null,
  };
}

async function answersAt(db: DbOrTx, submissionId: string, version: number): Promise<ProfileRow['answers']> {
  const held = await db
    .selectDistinctOn([answerVersions.fieldId], {
      ...getTableColumns(answerVersions),
      id: sql<string>`coalesce(${answers.id}, ${answerVersions.fieldId})`,
    })
    .from(answerVersions)
    .leftJoin(
      answers,
      and(eq(answers.submissionId, answerVersions.submissionId), eq(answers.fieldId, answerVersions.fieldId)),
    )
    .where(
      and(eq(answerVersions.submissionId, submissionId), sql`${answerVersions.version} <= ${version}::int`),
    )
    .orderBy(answerVersions.fieldId, desc(answerVersions.version));
  return held.flatMap(({ value, answeredAt, ...answer }) =>
    value === null ? [] : [{ ...answer, value, answeredAt: answeredAt.toISOString() }],
  );
}

/** Deleted ones too, while they were there: that they were is told, though nobody can open them any more. */
async function documentsAt(db: DbOrTx, submissionId: string, at: Date): Promise<ProfileRow['documents']> {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const there = await db
    .select(documentColumns)
    .from(documents)
    .where(
      and(
        eq(documents.submissionId, submissionId),
        sql`${documents.uploadedAt} <= ${moment}`,
        sql`(${documents.deletedAt} is null or ${documents.deletedAt} > ${moment})`,
      ),
    )
    .orderBy(documents.uploadedAt, documents.id);
  return there.map((document) => ({ ...document, uploadedAt: document.uploadedAt.toISOString() }));
}

async function assessmentOf(db: DbOrTx, id: string): Promise<Pick<ProfileRow, 'assessment' | 'override'>> {
  const [assessment] = await db
    .select({ ...getTableColumns(riskAssessments), override: overrideJson(riskAssessments.overrideId) })
    .from(riskAssessments)
    // With one table alone drizzle does not qualify the columns, and the override's own would be taken for them.
    .innerJoin(submissions, eq(submissions.id, riskAssessments.submissionId))
    .where(eq(riskAssessments.id, id));
  if (assessment === undefined) return { assessment: null, override: null };
  const { override, ...kept } = assessment;
  return { assessment: kept, override };
}
