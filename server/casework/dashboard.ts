import 'server-only';
import { dayOf } from '@/lib/days';
import { type CustomerScope, customerScope, may, type Role } from '@/lib/auth/permissions';
import type {
  BookCounts,
  Counted,
  ExpiringLine,
  LatestDecision,
  MailHealth,
  OwingCustomer,
  OwnCounts,
  PasswordLinkHealth,
  QueueCounts,
  ReviewCounts,
  StaffHealth,
} from '@/lib/kyc/dashboard';
import { funnelOf } from '@/lib/kyc/dashboard-sums';
import { EXPIRY_WARNINGS } from '@/lib/kyc/requests';
import { type Database, database } from '../db/client';
import {
  countAssignees,
  countCases,
  countExpiring,
  countMix,
  countProposals,
  countReviews,
  longestAsked,
} from '../db/queries/dashboard';
import {
  countMailTroubles,
  countStaff,
  latestDecisions,
  newestInStates,
  ownCustomers,
  passwordLinksSince,
  soonestExpiring,
} from '../db/queries/dashboard-lists';
import { staffNames } from '../db/queries/staff';
import { counted } from './counted';

/** Whose home page it is. */
export type DashboardReader = { tenantId: string; role: Role; employeeId: string | null };

/** What a dashboard reads; the counting that nobody waits for is handed to `behind`. */
export type DashboardParts = {
  db: Database;
  clock: () => Date;
  behind?: (counting: Promise<void>) => void;
};

/** How many lines a list on the home page has. */
const LINES = 8;
/** How far back an admin's figures look, in days. */
const LATELY = 7;

/** The home page of a signed-in person, on the process's database. */
export async function staffDashboard({ tenantId, user }: { tenantId: string; user: DashboardUser }) {
  const { db } = await database();
  const reader = { tenantId, role: user.role, employeeId: user.employeeId };
  return dashboardOf({ db, clock: () => new Date() }, reader);
}
type DashboardUser = { role: Role; employeeId: string | null };

/** The parts of a home page, each read when it is asked for and once; whose customers count is the reader's scope. */
export function dashboardOf(parts: DashboardParts, reader: DashboardReader) {
  const { db, clock } = parts;
  const { tenantId } = reader;
  const scope = customerScope(reader);
  const own = scope.kind === 'employee' ? scope.employeeId : null;
  const keep = <T>(name: string, count: (at: Date) => Promise<T>) =>
    once(() => counted<T>({ ...parts, tenantId, scope: name, count }));
  const book = keep<BookCounts>('book', (at) => countBook(db, tenantId, { kind: 'tenant' }, at));
  const ownBook = keep<OwnCounts>(`own/${own}`, (at) => countOwn(db, tenantId, own, at));
  const queue = keep<QueueCounts>('queue', (at) => countQueue(db, tenantId, at));
  /** The states alone, for who does not see risks. */
  async function states(): Promise<Counted<Pick<BookCounts, 'mix'>>> {
    const { counts, countedAt } = await book();
    const mix = funnelOf(counts.mix).filter(({ count }) => count > 0);
    return { counts: { mix: mix.map((one) => ({ ...one, level: null })) }, countedAt };
  }
  return {
    /** The customers of the scope: a relationship manager's own, the tenant's otherwise. */
    book: (): Promise<Counted<BookCounts>> => (scope.kind === 'tenant' ? book() : ownBook()),
    own: ownBook,
    states,
    queue,
    /** All that this reader may see counted. */
    async numbers() {
      if (may(reader.role, 'dashboard:read:own')) return { own: await ownBook() };
      if (may(reader.role, 'dashboard:read:admin')) return { states: await states() };
      return { queue: await queue(), book: await book() };
    },
    async assigneeNames(): Promise<Map<string, string>> {
      const { counts } = await queue();
      return staffNames(db, tenantId, [...new Set(counts.assignees.flatMap(({ staffId }) => staffId ?? []))]);
    },
    latestDecisions: async (): Promise<LatestDecision[]> =>
      (await latestDecisions(db, tenantId, LINES)).map((line) => ({ ...line, at: line.at.toISOString() })),
    owing: () => owing(db, tenantId, own, async () => (await ownBook()).counts.asked),
    async expiring(): Promise<ExpiringLine[]> {
      if (own === null) return [];
      const within = { today: dayOf(clock()), days: Math.max(...EXPIRY_WARNINGS), limit: LINES };
      return soonestExpiring(db, tenantId, own, within);
    },
    staff: (): Promise<StaffHealth> => countStaff(db, tenantId),
    mail: (): Promise<MailHealth> => countMailTroubles(db, tenantId, daysBefore(clock(), LATELY)),
    async passwordLinks(): Promise<PasswordLinkHealth> {
      const { count, latest } = await passwordLinksSince(db, tenantId, daysBefore(clock(), LATELY), LINES);
      return { days: LATELY, count, latest: latest.map((one) => ({ ...one, at: one.at.toISOString() })) };
    },
  };
}
export type Dashboard = ReturnType<typeof dashboardOf>;

/** The states in which the customer has something to do. */
const OWING_STATES = ['New', 'Onboarding', 'OnboardingAfterRejection'] as const;

/** Whom compliance waits for the longest, then the newest of those who have not handed in yet. */
async function owing(
  db: Database,
  tenantId: string,
  employeeId: string | null,
  readAsked: () => Promise<OwnCounts['asked']>,
): Promise<OwingCustomer[]> {
  if (employeeId === null) return [];
  const asked = await readAsked();
  const ids = asked.map(({ submissionId }) => submissionId);
  const [found, filling] = await Promise.all([
    ownCustomers(db, tenantId, employeeId, ids),
    newestInStates(db, tenantId, employeeId, OWING_STATES, LINES),
  ]);
  const byId = new Map(found.map((customer) => [customer.submissionId, customer]));
  const first = asked.flatMap(({ submissionId, open, since }) => {
    const customer = byId.get(submissionId);
    return customer ? [{ ...customer, asked: { open, since } }] : [];
  });
  const rest = filling.filter(({ submissionId }) => !byId.has(submissionId));
  return [...first, ...rest.map((customer) => ({ ...customer, asked: null }))].slice(0, LINES);
}

/** One statement after another: the embedded database has one session, and others wait for it too. */
async function countBook(
  db: Database,
  tenantId: string,
  scope: CustomerScope,
  at: Date,
): Promise<BookCounts> {
  const mix = await countMix(db, tenantId, scope);
  return { mix, reviews: reviewCounts(await countReviews(db, tenantId, scope, dayOf(at))) };
}

async function countOwn(
  db: Database,
  tenantId: string,
  employeeId: string | null,
  at: Date,
): Promise<OwnCounts> {
  const book = await countBook(db, tenantId, { kind: 'employee', employeeId }, at);
  if (employeeId === null) return { ...book, expiring: [], asked: [] };
  const expiring = await countExpiring(db, tenantId, employeeId, dayOf(at));
  const asked = await longestAsked(db, tenantId, employeeId, LINES);
  return { ...book, expiring, asked: asked.map((one) => ({ ...one, since: one.since.toISOString() })) };
}

async function countQueue(db: Database, tenantId: string, at: Date): Promise<QueueCounts> {
  const today = dayOf(at);
  return {
    cases: await countCases(db, tenantId, today),
    assignees: await countAssignees(db, tenantId, today),
    proposals: await countProposals(db, tenantId),
  };
}

function reviewCounts(rows: readonly { month: string | null; count: number }[]): ReviewCounts {
  const months = rows.flatMap(({ month, count }) => (month === null ? [] : [{ month, count }]));
  return {
    overdue: rows.find(({ month }) => month === null)?.count ?? 0,
    months: months.sort((a, b) => (a.month < b.month ? -1 : 1)),
  };
}

const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * 24 * 60 * 60_000);

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}
