import { and, eq, gte, isNull, lt, ne, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { CASE_TABS, type CaseTab } from '@/lib/kyc/cases';
import type { DbOrTx } from '../client';
import { cases, directory, staffUsers } from '../schema';

/** Who looks at the queue, and on which day. */
export type QueueReader = { tenantId: string; staffId: string; today: string };

/** What narrows the queue. */
export type QueueFilter = {
  tab: CaseTab;
  riskRank?: number | undefined;
  /** A person's id, or `nobody`. */
  assignee?: string | undefined;
  /** Opened since. */
  since?: Date | undefined;
  /** Opened before. */
  until?: Date | undefined;
};

/** The place of a case in the queue: due first, then risk. */
export type QueuePlace = { dueOn: string; riskRank: number; submissionId: string };

const assignees = alias(staffUsers, 'assignees');
const makers = alias(staffUsers, 'makers');

/** Up to `limit` cases in the queue's order, from behind `after` on: one walk of an index. */
export async function queuePage(
  db: DbOrTx,
  reader: QueueReader,
  filter: QueueFilter,
  { after, limit }: { after?: QueuePlace | undefined; limit: number },
) {
  const place = sql`(${cases.dueOn}, ${cases.riskRank}, ${cases.submissionId})`;
  const beyond =
    after && sql`${place} > (${after.dueOn}::date, ${after.riskRank}::int, ${after.submissionId}::text)`;
  return db
    .select({
      case: cases,
      displayName: directory.displayName,
      userType: directory.userType,
      kycState: directory.kycState,
      riskLevel: directory.riskLevelId,
      riskScore: directory.riskScore,
      employeeName: directory.employeeName,
      assigneeName: assignees.name,
      makerName: makers.name,
    })
    .from(cases)
    .innerJoin(directory, eq(directory.submissionId, cases.submissionId))
    .leftJoin(assignees, and(eq(assignees.id, cases.assigneeId), eq(assignees.tenantId, reader.tenantId)))
    .leftJoin(makers, and(eq(makers.id, cases.makerId), eq(makers.tenantId, reader.tenantId)))
    .where(and(inTab(reader, filter.tab), narrowed(filter), beyond))
    .orderBy(cases.dueOn, cases.riskRank, cases.submissionId)
    .limit(limit);
}

/** How many cases each tab holds, counted up to `atMost` each, in one statement. */
export async function countTabs(
  db: DbOrTx,
  reader: QueueReader,
  atMost: number,
): Promise<Record<CaseTab, number>> {
  const counts = CASE_TABS.map(
    (tab) =>
      sql`(select count(*)::int from (select 1 from ${cases} where ${inTab(reader, tab)} limit ${atMost}) found) as ${sql.identifier(tab)}`,
  );
  const { rows } = await db.execute<Record<CaseTab, number>>(sql`select ${sql.join(counts, sql`, `)}`);
  const [row] = rows;
  if (row === undefined) throw new Error('a select without a condition gave no row');
  return row;
}

function inTab({ tenantId, staffId, today }: QueueReader, tab: CaseTab): SQL | undefined {
  const of: Record<CaseTab, SQL | undefined> = {
    new: and(eq(cases.stage, 'toDecide'), isNull(cases.assigneeId)),
    mine: eq(cases.assigneeId, staffId),
    toCheck: and(eq(cases.stage, 'awaitingSecond'), ne(cases.makerId, staffId)),
    waiting: eq(cases.stage, 'waitingOnCustomer'),
    overdue: lt(cases.dueOn, today),
    all: undefined,
  };
  return and(eq(cases.tenantId, tenantId), of[tab]);
}

function narrowed({ riskRank, assignee, since, until }: QueueFilter): SQL | undefined {
  return and(
    riskRank === undefined ? undefined : eq(cases.riskRank, riskRank),
    assignee === undefined
      ? undefined
      : assignee === 'nobody'
        ? isNull(cases.assigneeId)
        : eq(cases.assigneeId, assignee),
    since && gte(cases.openedAt, since),
    until && lt(cases.openedAt, until),
  );
}
