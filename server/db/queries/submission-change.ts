import { and, eq, inArray, sql } from 'drizzle-orm';
import type { KycState } from '@/lib/kyc/contract/lists';
import type { Tx } from '../client';
import {
  answers,
  answerVersions,
  auditEvents,
  directory,
  informationRequests,
  profileVersions,
  riskAssessments,
  submissions,
} from '../schema';

/** All rows that one change of a submission writes. */
export type SubmissionChange = {
  submissionId: string;
  /** Where it was read to stand; anything else by now is a fault. */
  from: { kycState: KycState; version: number };
  to: Pick<
    typeof submissions.$inferSelect,
    | 'kycState'
    | 'version'
    | 'onboardingProgress'
    | 'onboardingCompleted'
    | 'approvalClassificationState'
    | 'updatedAt'
  >;
  /** New answers, and answers in place of others to the same fields. */
  saved: Array<typeof answers.$inferInsert>;
  /** The fields whose answers are taken back. */
  removed: readonly string[];
  /** The requests that are answered by it. */
  answered: readonly string[];
  assessment?: typeof riskAssessments.$inferInsert | undefined;
  events: Array<typeof auditEvents.$inferInsert>;
  /** The version that it makes, and what becomes of the answers in it. */
  kept: { version: typeof profileVersions.$inferInsert; answers: Array<typeof answerVersions.$inferInsert> };
};

/**
 * Writes a change of a submission whose row the transaction holds, the directory's line with it, in one statement: each round trip
 * takes the embedded database's only session.
 */
export async function writeSubmissionChange(tx: Tx, change: SubmissionChange): Promise<void> {
  const { submissionId, from, to, saved, removed, answered, assessment, events, kept } = change;
  const raised = tx.$with('raised').as(
    tx
      .update(submissions)
      .set(to)
      .where(
        and(
          eq(submissions.id, submissionId),
          eq(submissions.version, from.version),
          eq(submissions.kycState, from.kycState),
        ),
      )
      .returning({ id: submissions.id }),
  );
  const written = await tx
    .with(
      raised,
      tx.$with('kept').as(tx.insert(profileVersions).values(kept.version)),
      ...(kept.answers.length > 0
        ? [tx.$with('kept_answers').as(tx.insert(answerVersions).values(kept.answers))]
        : []),
      ...(removed.length > 0 ? [tx.$with('removed').as(removal(tx, submissionId, removed))] : []),
      ...(saved.length > 0 ? [tx.$with('saved').as(upsert(tx, saved))] : []),
      ...(answered.length > 0 ? [tx.$with('answered').as(closing(tx, answered, to.updatedAt))] : []),
      ...(assessment ? [tx.$with('assessed').as(tx.insert(riskAssessments).values(assessment))] : []),
      ...(events.length > 0 ? [tx.$with('recorded').as(tx.insert(auditEvents).values(events))] : []),
    )
    .update(directory)
    .set({
      kycState: to.kycState,
      version: to.version,
      onboardingProgress: to.onboardingProgress,
      updatedAt: to.updatedAt,
      ...(assessment ? { riskLevelId: assessment.riskLevelId, riskScore: assessment.score } : {}),
    })
    .from(raised)
    .where(eq(directory.submissionId, raised.id))
    .returning({ id: directory.submissionId });
  if (written.length !== 1) throw new Error(`submission ${submissionId} changed while its row was held`);
}

function removal(tx: Tx, submissionId: string, fieldIds: readonly string[]) {
  return tx
    .delete(answers)
    .where(and(eq(answers.submissionId, submissionId), inArray(answers.fieldId, [...fieldIds])));
}

function upsert(tx: Tx, rows: Array<typeof answers.$inferInsert>) {
  return tx
    .insert(answers)
    .values(rows)
    .onConflictDoUpdate({
      target: [answers.submissionId, answers.fieldId],
      set: {
        fieldTypeId: sql`excluded.field_type_id`,
        value: sql`excluded.value`,
        answeredAt: sql`excluded.answered_at`,
        answeredBy: sql`excluded.answered_by`,
        version: sql`excluded.version`,
      },
    });
}

function closing(tx: Tx, ids: readonly string[], answeredAt: Date) {
  return tx
    .update(informationRequests)
    .set({ answeredAt })
    .where(inArray(informationRequests.id, [...ids]));
}
