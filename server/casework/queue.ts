import 'server-only';
import { dayOf } from '@/lib/days';
import { z } from 'zod';
import type { CaseQueueView } from '@/lib/kyc/case-view';
import { CASE_TABS, type CaseCounts, type CaseLine, type CasePage } from '@/lib/kyc/cases';
import { day } from '@/lib/kyc/contract/text';
import { COUNT_LIMIT } from '@/lib/kyc/customer-list';
import type { DbOrTx } from '../db/client';
import { countTabs, type QueuePlace, type QueueReader, queuePage } from '../db/queries/case-list';

/** How many cases a page of the queue shows. */
const PAGE_SIZE = 25;
const RANK = { High: 0, Medium: 1, Low: 2 } as const;

/** Who reads the queue; it is the whole tenant's. */
export type QueueSession = { tenantId: string; staffId: string };

/** A page of the queue, what is due first and then the risk; a place that is none of ours starts it anew. */
export async function readQueue(
  db: DbOrTx,
  session: QueueSession,
  view: CaseQueueView,
  at: Date,
): Promise<CasePage> {
  const reader = readerOf(session, at);
  const filter = {
    tab: view.tab,
    riskRank: view.risk && RANK[view.risk],
    assignee: view.assignee,
    since: view.since === undefined ? undefined : new Date(view.since),
    until: view.until === undefined ? undefined : new Date(view.until),
  };
  const rows = await queuePage(db, reader, filter, { after: openPlace(view.after), limit: PAGE_SIZE + 1 });
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return { cases: shown.map((row) => line(row, reader.today)), next: last ? sealPlace(last.case) : null };
}

/** How many cases each tab holds, counted up to {@link COUNT_LIMIT}. */
export async function countQueue(db: DbOrTx, session: QueueSession, at: Date): Promise<CaseCounts> {
  const counted = await countTabs(db, readerOf(session, at), COUNT_LIMIT + 1);
  return Object.fromEntries(
    CASE_TABS.map((tab) => [
      tab,
      { count: Math.min(counted[tab], COUNT_LIMIT), more: counted[tab] > COUNT_LIMIT },
    ]),
  ) as CaseCounts;
}

function readerOf({ tenantId, staffId }: QueueSession, at: Date): QueueReader {
  return { tenantId, staffId, today: dayOf(at) };
}

function line(row: Awaited<ReturnType<typeof queuePage>>[number], today: string): CaseLine {
  const { submissionId, stage, because, openedAt, dueOn, assigneeId, makerId, escalatedAt } = row.case;
  return {
    submissionId,
    displayName: row.displayName,
    userType: row.userType,
    kycState: row.kycState,
    riskLevel: row.riskLevel,
    riskScore: row.riskScore,
    employeeName: row.employeeName,
    stage,
    because,
    openedAt: openedAt.toISOString(),
    dueOn,
    isOverdue: dueOn < today,
    assignee: assigneeId === null ? null : { id: assigneeId, name: row.assigneeName ?? assigneeId },
    maker: makerId === null ? null : { id: makerId, name: row.makerName ?? makerId },
    isEscalated: escalatedAt !== null,
  };
}

const place = z.tuple([
  day,
  z.int().min(0).max(9),
  z
    .string()
    .max(64)
    .regex(/^[^\0]*$/),
]);

/** A place in the queue as one URL-safe word. It holds what the reader saw anyway, so it is not secret. */
function sealPlace({ dueOn, riskRank, submissionId }: QueuePlace): string {
  return Buffer.from(JSON.stringify([dueOn, riskRank, submissionId])).toString('base64url');
}

function openPlace(word: string | undefined): QueuePlace | undefined {
  if (word === undefined) return undefined;
  try {
    const [dueOn, riskRank, submissionId] = place.parse(
      JSON.parse(Buffer.from(word, 'base64url').toString('utf8')),
    );
    return { dueOn, riskRank, submissionId };
  } catch {
    return undefined;
  }
}
