import type { Role } from '@/lib/auth/permissions';
import { caseQueueView } from '@/lib/kyc/case-view';
import { readTrailView } from '@/lib/audit-trail';
import { customerView } from '@/lib/kyc/customer-list';
import { readReviewView } from '@/lib/kyc/review-list';
import { customerActivity } from '@/server/casework/activity';
import { type Dashboard, dashboardOf } from '@/server/casework/dashboard';
import { auditDesk } from '@/server/casework/audit-trail';
import { countCustomers, listCustomers, searchCustomers } from '@/server/casework/directory';
import { readNotes } from '@/server/casework/notes';
import { countQueue, readQueue } from '@/server/casework/queue';
import { reviewsDesk } from '@/server/casework/reviews';
import type { OpenDatabase } from '@/server/db/client';
import { dashboardCounts, staffUsers } from '@/server/db/schema';

/** Something that a page waits for; the goal is in milliseconds, of the 95th of a hundred. */
export type Work = { name: string; goal?: number; run: () => Promise<unknown> };

/** Milliseconds. */
export const GOAL = { list: 50, dashboard: 150 };

const now = () => new Date();

/** Who reads the book, by role. */
async function readersOf({ db }: OpenDatabase) {
  const staff = await db.select().from(staffUsers);
  return (role: Role) => {
    const user = staff.find((one) => one.role === role);
    if (user === undefined) throw new Error(`The book has no ${role}`);
    return { tenantId: user.tenantId, role, employeeId: user.employeeId, staffId: user.id };
  };
}
type Reader = ReturnType<Awaited<ReturnType<typeof readersOf>>>;

/** The lists and what stands on one customer's page. */
export async function listWorks(open: OpenDatabase): Promise<Work[]> {
  const { db } = open;
  const readerOf = await readersOf(open);
  const [officer, manager] = [readerOf('compliance_officer'), readerOf('relationship_manager')];
  const list = (reader: Reader, view: object) => listCustomers(db, reader, customerView.parse(view));
  const reviews = async (reader: Reader, view: Record<string, string>) =>
    (await reviewsDesk({ tenantId: reader.tenantId, user: reader })).list(readReviewView(view));
  const months = async (reader: Reader, view: { level?: 'High' }) =>
    (await reviewsDesk({ tenantId: reader.tenantId, user: reader })).months(view);
  const trail = async (role: Role, view: Record<string, string>) => {
    const desk = await auditDesk({ tenantId: officer.tenantId, user: { role } });
    return desk.list(readTrailView(view), new Map());
  };
  const deepCustomer = await deep(async (after) => (await list(officer, { after })).next);
  const deepReview = await deep(async (after) => (await reviews(officer, query({ after }))).next);
  const deepEvent = await deep(async (after) => (await trail('compliance_officer', query({ after }))).next);
  const { submissionId = '' } = (await list(officer, { state: 'Approved' })).customers[0] ?? {};
  const works: Work[] = [
    { name: 'customers', run: () => list(officer, {}) },
    { name: 'customers, page 41', run: () => list(officer, { after: deepCustomer }) },
    { name: 'customers, one state and level', run: () => list(officer, { state: 'Approved', risk: 'High' }) },
    { name: 'customers, by name', run: () => list(officer, { sort: 'name' }) },
    { name: 'customers, by risk', run: () => list(officer, { sort: 'risk' }) },
    { name: 'customers, found by a word', run: () => searchCustomers(db, officer, 'okafor-123') },
    { name: 'customers, own', run: () => list(manager, {}) },
    { name: 'customers, own by state', run: () => list(manager, { state: 'Rejected' }) },
    { name: 'customers, count', run: () => countCustomers(db, officer, customerView.parse({})) },
    { name: 'reviews', run: () => reviews(officer, {}) },
    { name: 'reviews, page 41', run: () => reviews(officer, query({ after: deepReview })) },
    { name: 'reviews, overdue', run: () => reviews(officer, { due: 'overdue' }) },
    { name: 'reviews, one level', run: () => reviews(officer, { level: 'High' }) },
    { name: 'reviews, own', run: () => reviews(manager, {}) },
    { name: 'reviews, months', run: () => months(officer, {}) },
    { name: 'reviews, months of one level', run: () => months(officer, { level: 'High' }) },
    { name: 'reviews, own months', run: () => months(manager, {}) },
    { name: 'audit trail', run: () => trail('compliance_officer', {}) },
    { name: 'audit trail, page 41', run: () => trail('compliance_officer', query({ after: deepEvent })) },
    {
      name: 'audit trail, one person',
      run: () => trail('compliance_officer', { person: officer.staffId }),
    },
    { name: 'audit trail of the firm', run: () => trail('admin', {}) },
    {
      name: 'a customer, activity and notes',
      run: () =>
        Promise.all([
          customerActivity(db, officer.tenantId, submissionId, undefined, {
            profiles: true,
            decisions: true,
          }),
          readNotes(db, officer, submissionId),
        ]),
    },
  ];
  return works.map((work) => ({ goal: GOAL.list, ...work }));
}

/** The queue. */
export async function queueWorks(open: OpenDatabase): Promise<Work[]> {
  const { db } = open;
  const officer = (await readersOf(open))('compliance_officer');
  const queue = (view: Record<string, string>) => readQueue(db, officer, caseQueueView.parse(view), now());
  const deepCase = await deep(async (after) => (await queue(query({ after }))).next);
  const works: Work[] = [
    { name: 'the queue, first page', run: () => queue({}) },
    { name: 'the queue, page 41', run: () => queue(query({ after: deepCase })) },
    { name: 'the queue, mine', run: () => queue({ tab: 'mine' }) },
    { name: 'the queue, awaiting my check', run: () => queue({ tab: 'toCheck' }) },
    { name: 'the queue, counts', run: () => countQueue(db, officer, now()) },
  ];
  return works.map((work) => ({ goal: GOAL.list, ...work }));
}

/** The home pages of the three roles. */
export async function dashboardWorks(open: OpenDatabase): Promise<Work[]> {
  const { db } = open;
  const readerOf = await readersOf(open);
  const home = (role: Role, parts: (home: Dashboard) => Promise<unknown>[]) => async () => {
    await Promise.all(parts(dashboardOf({ db, clock: now }, readerOf(role))));
  };
  const compliance = home('compliance_officer', (own) => [
    own.numbers(),
    own.assigneeNames(),
    own.latestDecisions(),
  ]);
  const manager = home('relationship_manager', (own) => [own.numbers(), own.owing(), own.expiring()]);
  const admin = home('admin', (own) => [own.numbers(), own.staff(), own.mail(), own.passwordLinks()]);
  /** As the first to look at a book that nobody has counted. */
  const uncounted = (run: () => Promise<unknown>) => async () => {
    await db.delete(dashboardCounts);
    await run();
  };
  const { dashboard: goal } = GOAL;
  return [
    { name: 'dashboard of compliance', goal, run: compliance },
    { name: 'dashboard of a relationship manager', goal, run: manager },
    { name: 'dashboard of an admin', goal, run: admin },
    { name: 'dashboard of compliance, nobody counted yet', run: uncounted(compliance) },
    { name: 'dashboard of a manager, nobody counted yet', run: uncounted(manager) },
  ];
}

const query = ({ after }: { after: string | undefined }) => (after === undefined ? {} : { after });

/** Where page 41 begins, or the last one that there is. */
async function deep(
  next: (after: string | undefined) => Promise<string | null>,
): Promise<string | undefined> {
  let after: string | undefined;
  for (let page = 0; page < 40; page += 1) after = (await next(after)) ?? after;
  return after;
}
