import { and, asc, count, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { KycState } from '@/lib/kyc/contract/lists';
import type { DbOrTx } from '../client';
import { decisions, directory, documents, mails, staffUsers } from '../schema';
import { runsOut } from './expiring-documents';

const owing = {
  submissionId: directory.submissionId,
  displayName: directory.displayName,
  kycState: directory.kycState,
  onboardingProgress: directory.onboardingProgress,
};

const ownedBy = (tenantId: string, employeeId: string) =>
  and(eq(directory.tenantId, tenantId), eq(directory.employeeId, employeeId));

/** The employee's customers with these ids; a colleague's are left out. */
export async function ownCustomers(
  db: DbOrTx,
  tenantId: string,
  employeeId: string,
  submissionIds: readonly string[],
) {
  if (submissionIds.length === 0) return [];
  return db
    .select(owing)
    .from(directory)
    .where(and(ownedBy(tenantId, employeeId), inArray(directory.submissionId, [...submissionIds])));
}

/** The employee's newest customers in one of these states. */
export async function newestInStates(
  db: DbOrTx,
  tenantId: string,
  employeeId: string,
  states: readonly KycState[],
  limit: number,
) {
  return db
    .select(owing)
    .from(directory)
    .where(and(ownedBy(tenantId, employeeId), inArray(directory.kycState, [...states])))
    .orderBy(desc(directory.createdAt), desc(directory.submissionId))
    .limit(limit);
}

/** The documents of the employee's customers that run out first, within so many days of `today`. */
export async function soonestExpiring(
  db: DbOrTx,
  tenantId: string,
  employeeId: string,
  { today, days, limit }: { today: string; days: number; limit: number },
) {
  const rows = await db
    .select({
      submissionId: documents.submissionId,
      displayName: directory.displayName,
      documentTypeId: documents.documentTypeId,
      expiresOn: documents.expiryDate,
    })
    .from(documents)
    .innerJoin(directory, eq(directory.submissionId, documents.submissionId))
    .where(and(ownedBy(tenantId, employeeId), runsOut(today, days)))
    .orderBy(asc(documents.expiryDate), asc(documents.id))
    .limit(limit);
  return rows.flatMap(({ expiresOn, ...row }) => (expiresOn === null ? [] : [{ ...row, expiresOn }]));
}

/** What was decided or proposed last, the newest first, with who did. */
export async function latestDecisions(db: DbOrTx, tenantId: string, limit: number) {
  const maker = alias(staffUsers, 'maker');
  const checker = alias(staffUsers, 'checker');
  return db
    .select({
      id: decisions.id,
      submissionId: decisions.submissionId,
      displayName: directory.displayName,
      kind: decisions.kind,
      state: decisions.state,
      makerName: maker.name,
      checkerName: checker.name,
      at: decisions.madeAt,
    })
    .from(decisions)
    .innerJoin(directory, eq(directory.submissionId, decisions.submissionId))
    .leftJoin(maker, and(eq(maker.id, decisions.makerId), eq(maker.tenantId, tenantId)))
    .leftJoin(checker, and(eq(checker.id, decisions.checkerId), eq(checker.tenantId, tenantId)))
    .where(eq(decisions.tenantId, tenantId))
    .orderBy(desc(decisions.madeAt), desc(decisions.id))
    .limit(limit);
}

/** How many of the tenant's users are active, invited and disabled. */
export async function countStaff(db: DbOrTx, tenantId: string) {
  const isInvited = sql`${staffUsers.isActive} and ${staffUsers.passwordHash} is null`;
  const [counted] = await db
    .select({
      active: sql<number>`count(*) filter (where ${staffUsers.isActive} and ${staffUsers.passwordHash} is not null)::int`,
      invited: sql<number>`count(*) filter (where ${isInvited})::int`,
      disabled: sql<number>`count(*) filter (where not ${staffUsers.isActive})::int`,
    })
    .from(staffUsers)
    .where(eq(staffUsers.tenantId, tenantId));
  return counted ?? { active: 0, invited: 0, disabled: 0 };
}

/** How many of the tenant's mails wait to be sent, and how many were given up since a moment. */
export async function countMailTroubles(db: DbOrTx, tenantId: string, since: Date) {
  const [queued, failed] = await Promise.all([
    db.$count(mails, and(eq(mails.state, 'queued'), eq(mails.tenantId, tenantId))),
    db.$count(
      mails,
      and(eq(mails.state, 'failed'), eq(mails.tenantId, tenantId), gte(mails.createdAt, since)),
    ),
  ]);
  return { queued, failed };
}

/** Password links mailed to the tenant's customers since a moment: how many, and the newest. */
export async function passwordLinksSince(db: DbOrTx, tenantId: string, since: Date, limit: number) {
  const wanted = and(
    eq(mails.tenantId, tenantId),
    gte(mails.createdAt, since),
    eq(mails.kind, 'password_link'),
  );
  const [counted] = await db.select({ count: count() }).from(mails).where(wanted);
  const latest = await db
    .select({ submissionId: directory.submissionId, displayName: directory.displayName, at: mails.createdAt })
    .from(mails)
    .innerJoin(
      directory,
      and(eq(directory.submissionId, mails.submissionId), eq(directory.tenantId, tenantId)),
    )
    .where(wanted)
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(limit);
  return { count: counted?.count ?? 0, latest };
}
