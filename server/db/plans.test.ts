import { lt, sql } from 'drizzle-orm';
import type pg from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { readTrailView } from '@/lib/audit-trail';
import type { Role } from '@/lib/auth/permissions';
import { caseQueueView } from '@/lib/kyc/case-view';
import { customerView } from '@/lib/kyc/customer-list';
import { readReviewView } from '@/lib/kyc/review-list';
import { activityOf } from '../audit/read';
import { auditDesk } from '../casework/audit-trail';
import { countCustomers, listCustomers } from '../casework/directory';
import { readNotes } from '../casework/notes';
import { readQueue } from '../casework/queue';
import { reviewsDesk } from '../casework/reviews';
import { seedDirectory } from './demo/bulk';
import { DEMO_FORMS } from './demo/forms';
import { seedEmployees, seedStaff } from './demo/staff';
import { seedForms } from './library';
import { documentsOf } from './queries/documents';
import { dueReviews } from './queries/due-reviews';
import { expiredDocuments } from './queries/expired-documents';
import { latestDecisions } from './queries/dashboard-lists';
import { latestMailOf, listMails } from './queries/mails';
import { submissionsPage } from './queries/submission-list';
import { submissions } from './schema';
import { describeOnEachDatabase } from './testing';
import { sentStatements } from './testing/sent-statements';
import { inTransaction } from './transaction';

/** The tables that grow with the book. */
const GROWING = new Set([
  'answers',
  'audit_events',
  'case_notes',
  'cases',
  'customers',
  'decisions',
  'directory',
  'documents',
  'information_requests',
  'mails',
  'profile_versions',
  'review_schedules',
  'risk_assessments',
  'submissions',
]);

const plan = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Index Cond': z.string().optional(),
  Filter: z.string().optional(),
  get Plans() {
    return z.array(plan).optional();
  },
});
type Plan = z.output<typeof plan>;

/** What is looked at in vain is the rest of a small part: the queue is short, and a case is somebody's or nobody's. */
const SMALL_RESTS = [/^\(assignee_id IS NULL\)$/, /^\(maker_id <> 'staff-1'::text\)$/];

/** What a plan does that takes longer the larger the book is. */
function faultsOf({ Plans = [], ...node }: Plan): string[] {
  const { 'Node Type': type, 'Relation Name': table = '', 'Index Name': index } = node;
  const { 'Index Cond': condition, Filter: filter } = node;
  const below = Plans.flatMap(faultsOf);
  if (type.endsWith('Sort') && !Plans.every(isShort)) return ['sorts what no index gives in order', ...below];
  if (!GROWING.has(table)) return below;
  if (index === undefined) return [`reads ${table} from end to end`, ...below];
  if (condition === undefined) return [`walks ${index} from end to end`, ...below];
  const isVain =
    filter !== undefined && !isOfOne(condition) && !SMALL_RESTS.some((rest) => rest.test(filter));
  return isVain ? [`walks ${index} past all but ${filter}`, ...below] : below;
}

/** Whether a plan gives no more than pages, what there is of one customer, and what does not grow. */
function isShort({ Plans = [], ...node }: Plan): boolean {
  const { 'Node Type': type, 'Relation Name': table = '', 'Index Cond': condition = '' } = node;
  if (type === 'Limit' || isOfOne(condition)) return true;
  return Plans.length === 0 ? !GROWING.has(table) : Plans.every(isShort);
}

const isOfOne = (condition: string) => /\b(submission_id|id) = /.test(condition);

// What these would do takes longer the larger the book is. Where there is a way without them PostgreSQL takes it, however small the
// tables are; where a plan has one nevertheless, no index gives what it asks for.
const WITHOUT = ['seqscan', 'bitmapscan', 'sort', 'hashjoin', 'mergejoin'];

/** The plan of each reading statement that the product sends outside of transactions. */
async function plansOf(pool: pg.Pool, run: () => Promise<unknown>): Promise<Plan[]> {
  const sent = await sentStatements(pool, run);
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (const way of WITHOUT) await client.query(`set local enable_${way} = off`);
    const plans: Plan[] = [];
    for (const { text, values } of sent) {
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: unknown }] }>(
        `explain (format json) ${text}`,
        values,
      );
      for (const row of rows) plans.push(plan.parse(row['QUERY PLAN'][0].Plan));
    }
    return plans;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describeOnEachDatabase('the lists of the product', ({ db, pool }) => {
  const tenantId = 'tenant-1';
  const form = DEMO_FORMS.company.id;
  const [now, today] = [new Date('2026-11-22T10:00:00Z'), '2026-11-22'];
  const place = { at: now, createdAt: now.toISOString(), id: 'a', submissionId: 'a', dueOn: today };
  const reader = (role: Role) => ({ tenantId, role, employeeId: 'employee-1', staffId: 'staff-1' });
  const [officer, manager] = [reader('compliance_officer'), reader('relationship_manager')];
  const customers = (by: typeof officer, view: object) => listCustomers(db(), by, customerView.parse(view));
  const queue = (view: object) => readQueue(db(), officer, caseQueueView.parse(view), now);
  const reviews = async (user: typeof officer, view: Record<string, string>) =>
    (await reviewsDesk({ tenantId, user }, now)).list(readReviewView(view));
  const trail = async (role: Role, view: Record<string, string>) =>
    (await auditDesk({ tenantId, user: { role } })).list(readTrailView(view), new Map());
  const submitted = (formId: string | undefined, states: readonly ('New' | 'Approved')[] | undefined) =>
    submissionsPage(db(), { tenantId, formId, states }, { after: place, limit: 26 });

  const LISTS: Record<string, () => Promise<unknown>> = {
    customers: () => customers(officer, {}),
    'customers by name': () => customers(officer, { sort: 'name' }),
    'customers by risk': () => customers(officer, { sort: 'risk' }),
    'customers by change': () => customers(officer, { sort: 'updated' }),
    'customers in a state': () => customers(officer, { state: 'Approved' }),
    'customers at a level': () => customers(officer, { risk: 'High' }),
    'own customers': () => customers(manager, {}),
    'customers, counted': () => countCustomers(db(), officer, customerView.parse({})),
    'the queue': () => queue({}),
    'the queue, mine': () => queue({ tab: 'mine' }),
    'the queue, new': () => queue({ tab: 'new' }),
    'the queue, to check': () => queue({ tab: 'toCheck' }),
    'the queue, waiting': () => queue({ tab: 'waiting' }),
    'the queue, overdue': () => queue({ tab: 'overdue' }),
    reviews: () => reviews(officer, {}),
    'reviews, later pages': () => reviews(officer, { after: '2026-11-22_a' }),
    'reviews of a level': () => reviews(officer, { level: 'High' }),
    'reviews of an employee': () => reviews(officer, { employee: 'employee-1' }),
    'own reviews': () => reviews(manager, {}),
    'reviews that are due': () => dueReviews(db(), tenantId, today, { after: place, limit: 9 }),
    submissions: () => submitted(undefined, undefined),
    'submissions in a state': () => submitted(undefined, ['New']),
    'submissions in two states': () => submitted(undefined, ['New', 'Approved']),
    'submissions of a form': () => submitted(form, undefined),
    'submissions of a form in two states': () => submitted(form, ['New', 'Approved']),
    'the trail': () => trail('compliance_officer', {}),
    'the trail of a person': () => trail('compliance_officer', { person: 'staff-1' }),
    'the trail of the firm': () => trail('admin', {}),
    'the trail of the firm, one kind': () => trail('admin', { kind: 'signIns' }),
    'what happened to a customer': () => activityOf(db(), tenantId, 'a'),
    notes: () => readNotes(db(), officer, 'a'),
    documents: () => documentsOf(db(), tenantId, 'a'),
    'documents that expired': () => expiredDocuments(db(), today, { after: undefined, limit: 9 }),
    mails: () => listMails(db(), tenantId, { limit: 9, after: { id: 'a', createdAt: now } }),
    'a customer’s last mail': () => latestMailOf(db(), tenantId, 'a', 'password_link'),
    'the latest decisions': () => latestDecisions(db(), tenantId, 9),
  };

  beforeAll(async () => {
    await seedStaff(db(), tenantId, now);
    await seedEmployees(db(), tenantId, now);
    await inTransaction(db(), (tx) =>
      seedForms(tx, Object.values(DEMO_FORMS), { tenantId, createdAt: now, usedAt: now }),
    );
    await seedDirectory(db(), { count: 600, tenantId, now });
    await db().execute(sql`
      insert into audit_events (id, tenant_id, at, actor_kind, actor_id, type, submission_id, data, request_id)
      select submission_id, tenant_id, created_at, 'system', 'a', 'risk.assessed', min(submission_id) over (), '{}', 'a'
      from directory`);
    await db().update(submissions).set({ formId: form }).where(lt(submissions.id, '1'));
    await db().execute(sql`
      insert into mails (id, tenant_id, kind, submission_id, recipient, subject, state, next_attempt_at, created_at)
      select submission_id, tenant_id, 'password_link', submission_id, email, 'a', 'sent', created_at, created_at
      from directory`);
    await db().execute('analyze');
  });

  it.for(Object.keys(LISTS))('%s: by an index', async (name) => {
    const plans = await plansOf(pool(), LISTS[name] ?? (() => Promise.resolve()));
    expect(plans.length).toBeGreaterThan(0);
    expect(plans.flatMap(faultsOf)).toEqual([]);
  });
});
