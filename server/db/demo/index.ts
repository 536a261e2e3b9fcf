import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { PUBLISHED_EMPLOYEE_ID } from '@/lib/demo-accounts';
import { type DocumentVault, documentVault } from '../../documents/vault';
import { env } from '../../env';
import type { DbOrTx, OpenDatabase, Tx } from '../client';
import { seedForms } from '../library';
import { seedLibraryReasons } from '../library/reasons';
import { markEscalated, settleCaseRows, takeFreeCase } from '../queries/cases';
import { projectSubmission } from '../queries/directory-project';
import { scheduleReviews } from '../queries/review-schedule';
import {
  answers,
  answerVersions,
  auditEvents,
  caseNotes,
  customers,
  decisions,
  documentReviews,
  documents,
  employees,
  informationRequests,
  mails,
  noteMentions,
  oneTimeLinks,
  profileVersions,
  reviewSchedules,
  riskAssessments,
  riskOverrides,
  submissions,
} from '../schema';
import { inTransaction } from '../transaction';
import { DEMO_CUSTOMERS } from './customers';
import { DEMO_FORMS } from './forms';
import { historyOf } from './history';
import type { DemoHistory } from './life-record';
import { seedPortalAccounts } from './portal';
import { seedApiClient, seedEmployees, seedStaff, staffId } from './staff';

/** Where the demo plays. */
export type DemoScene = {
  tenantId: string;
  /** The history ends here. */
  now: Date;
  vault: DocumentVault;
  /** False where somebody else's server has the employees, forms and customers: only the accounts are ours then. */
  withEngine: boolean;
};

/**
 * Fills a demo installation, once: the staff accounts, and for the embedded engine the API client, employees, forms and some
 * two dozen customers with all that their screens show. Each half is one transaction, so one that was cut short is made good by
 * the next start; the sweep removes the files that it had stored. Never call it in a real installation: the accounts' password is
 * public.
 */
export async function seedDemo({ db }: OpenDatabase, scene: DemoScene = sceneOfEnv()): Promise<void> {
  await inTransaction(db, async (tx) => {
    await seedStaff(tx, scene.tenantId, scene.now);
    if (scene.withEngine) await seedLibraryReasons(tx, scene.tenantId, scene.now);
  });
  if (!scene.withEngine || (await hasEngineData(db))) return;
  const histories = await Promise.all(
    DEMO_CUSTOMERS.map(async (customer) =>
      stored(scene.vault, await historyOf(customer, scene.tenantId, scene.now)),
    ),
  );
  await inTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('demo-data', 0))`);
    if (!(await hasEngineData(tx))) await seedEngine(tx, scene, histories);
  });
}

function sceneOfEnv(): DemoScene {
  const { mode, tenantId, remote } = env();
  if (mode !== 'demo') throw new Error('Demo data is for demo mode only');
  return { tenantId, now: new Date(), vault: documentVault(), withEngine: remote === undefined };
}

/** A history whose files are in the vault. */
type StoredHistory = Omit<DemoHistory, 'documents'> & { documents: Array<typeof documents.$inferInsert> };

async function stored(vault: DocumentVault, history: DemoHistory): Promise<StoredHistory> {
  const rows = history.documents.map(async ({ row, bytes }) => ({ ...row, ...(await vault.put([bytes])) }));
  return { ...history, documents: await Promise.all(rows) };
}

async function hasEngineData(db: DbOrTx): Promise<boolean> {
  return (await db.$count(employees, eq(employees.id, PUBLISHED_EMPLOYEE_ID))) > 0;
}

async function seedEngine(tx: Tx, { tenantId, now }: DemoScene, histories: StoredHistory[]): Promise<void> {
  const oldest = Math.min(...histories.map(({ customer }) => customer.createdAt.getTime()));
  const founded = new Date(oldest - 24 * 60 * 60_000);
  await seedEmployees(tx, tenantId, founded);
  await seedApiClient(tx, founded);
  // A customer of the demo uses each form, so their versions are closed.
  await seedForms(tx, Object.values(DEMO_FORMS), { tenantId, createdAt: founded, usedAt: now });
  await seedHistories(tx, histories, now);
}

async function seedHistories(tx: Tx, histories: StoredHistory[], now: Date): Promise<void> {
  await tx.insert(customers).values(histories.map(({ customer }) => customer));
  await tx.insert(submissions).values(histories.map(({ submission }) => submission));
  await tx.insert(answers).values(histories.flatMap((history) => history.answers));
  const assessments = histories.flatMap((history) => history.assessments);
  await tx.insert(riskAssessments).values(assessments.filter(({ overrideId }) => !overrideId));
  await tx.insert(documents).values(histories.flatMap((history) => history.documents));
  await tx.insert(auditEvents).values(histories.flatMap((history) => history.events));
  await tx.insert(mails).values(histories.map(({ mail }) => mail));
  await tx.insert(oneTimeLinks).values(histories.map(({ link }) => link));
  await seedPortalAccounts(tx);
  for (const { submission } of histories) await projectSubmission(tx, submission.id);
  // After the directory's lines, which they belong to.
  await tx.insert(informationRequests).values(histories.flatMap((history) => history.requests));
  await tx.insert(documentReviews).values(histories.flatMap((history) => history.reviews));
  await seedCasework(tx, histories);
  await tx.insert(riskAssessments).values(assessments.filter(({ overrideId }) => overrideId));
  for (const { submission } of histories) await projectSubmission(tx, submission.id);
  await seedCalendarAndQueue(tx, histories, now);
}

async function seedCasework(tx: Tx, histories: StoredHistory[]): Promise<void> {
  await tx.insert(profileVersions).values(histories.flatMap((history) => history.versions));
  await tx.insert(answerVersions).values(histories.flatMap((history) => history.answerVersions));
  await tx.insert(decisions).values(histories.flatMap((history) => history.decisions));
  await tx.insert(riskOverrides).values(histories.flatMap((history) => history.overrides));
  await tx.insert(caseNotes).values(histories.flatMap((history) => history.notes));
  await tx.insert(noteMentions).values(histories.flatMap((history) => history.mentions));
}

/** Works the calendar of reviews and the queue out from all the rest, as the engine does after each change. */
async function seedCalendarAndQueue(tx: Tx, histories: StoredHistory[], now: Date): Promise<void> {
  await tx.insert(reviewSchedules).values(histories.flatMap(({ due }) => due ?? []));
  await scheduleReviews(
    tx,
    histories.map(({ submission }) => submission.id),
    now,
  );
  for (const { submission, due, inReview } of histories) {
    const { since, assignee, escalated } = inReview;
    await settleCaseRows(tx, [submission.id], { at: since, because: due ? 'reviewDue' : 'submitted' });
    const of = { tenantId: submission.tenantId, submissionId: submission.id };
    if (escalated) await markEscalated(tx, of, staffId(escalated.by), escalated.at);
    if (assignee !== null) await takeFreeCase(tx, of, staffId(assignee), submission.updatedAt);
  }
}
