// The lists and the dashboards of a large book on PostgreSQL, beside one bare select, with the plan of each of their statements.
// `npm run bench -- --only book` · `--quick` for few customers · `--database <url>` for a book that is there already.
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Role } from '@/lib/auth/permissions';
import { caseQueueView } from '@/lib/kyc/case-view';
import { customerView } from '@/lib/kyc/customer-list';
import { dashboardOf } from '@/server/casework/dashboard';
import { countCustomers, listCustomers } from '@/server/casework/directory';
import { countQueue, readQueue } from '@/server/casework/queue';
import { type OpenDatabase, openDatabase } from '@/server/db/client';
import { dashboardCounts, staffUsers } from '@/server/db/schema';
import { startTestServer } from '@/server/db/testing/postgres-server';
import { onSignal, tempFolder } from './cleanup';
import { makeGround } from './ground';
import { columns } from './columns';

const quick = process.argv.includes('--quick');
const given = process.argv.includes('--database')
  ? process.argv[process.argv.indexOf('--database') + 1]
  : undefined;
const CUSTOMERS = quick ? 20_000 : 1_000_000;
const ROUNDS = quick ? 40 : 200;
/** Milliseconds, of the 95th of a hundred. */
const GOAL = { list: 50, dashboard: 150 };

type Work = { name: string; goal?: number; run: () => Promise<unknown> };

process.env.AUTH_SECRET ??= 'a secret that is for measuring only';
const open = await ground();
const works = await worksOn(open);
const lines: string[][] = [];
const plans: string[] = [];
for (const work of works) {
  console.log(`${work.name} …`);
  const { product, floor } = await byTurns(work.run, () => bareSelect(open));
  lines.push([
    work.name,
    ms(product, 0.5),
    ms(product, 0.95),
    String(work.goal ?? 'n/a'),
    ms(floor, 0.5),
    ms(floor, 0.95),
  ]);
  plans.push(`== ${work.name}\n\n${await plansOf(open, work.run)}`);
}
const load = loadavg().map((one) => one.toFixed(1));
const table = columns(['', 'p50 ms', 'p95 ms', 'goal p95', 'bare p50', 'bare p95'], lines);
const text = `${CUSTOMERS} customers wanted, load ${load.join(' ')} at the end\n\n${table}\n`;
console.log(`\n${text}`);
const out = join(import.meta.dirname, 'out');
mkdirSync(out, { recursive: true });
const file = join(out, `${new Date().toISOString().replaceAll(':', '-')}-book.txt`);
writeFileSync(file, `${text}\n${plans.join('\n\n')}\n`);
console.log(`Written to ${file}`);
process.exit(0);

async function ground(): Promise<OpenDatabase> {
  if (given !== undefined) return openDatabase({ url: given });
  const server = await startTestServer([]);
  onSignal(() => server.stop());
  console.log(`Making ${CUSTOMERS} customers …`);
  const { product } = await makeGround({
    folder: tempFolder(),
    customers: CUSTOMERS,
    postgresUrl: server.url('postgres'),
  });
  return openDatabase({ url: product.DATABASE_URL ?? '' });
}

async function worksOn({ db }: OpenDatabase): Promise<Work[]> {
  const staff = await db.select().from(staffUsers);
  const readerOf = (role: Role) => {
    const user = staff.find((one) => one.role === role);
    if (user === undefined) throw new Error(`The book has no ${role}`);
    return { tenantId: user.tenantId, role, employeeId: user.employeeId, staffId: user.id };
  };
  const officer = readerOf('compliance_officer');
  const manager = readerOf('relationship_manager');
  const admin = readerOf('admin');
  const now = () => new Date();
  const queue = (view: Record<string, string>) => readQueue(db, officer, caseQueueView.parse(view), now());
  const list = (reader: typeof officer, view: object) => listCustomers(db, reader, customerView.parse(view));
  const home = (reader: typeof officer) => dashboardOf({ db, clock: now }, reader);
  const deepCase = await deep(async (after) => (await queue({ ...(after && { after }) })).next, 40);
  const compliance = async () => {
    const parts = home(officer);
    await Promise.all([parts.numbers(), parts.assigneeNames(), parts.latestDecisions()]);
  };
  const own = async () => {
    const parts = home(manager);
    await Promise.all([parts.numbers(), parts.owing(), parts.expiring()]);
  };
  const health = async () => {
    const parts = home(admin);
    await Promise.all([parts.numbers(), parts.staff(), parts.mail(), parts.passwordLinks()]);
  };
  /** As the first to look at a book that nobody has counted. */
  const uncounted = (run: () => Promise<unknown>) => async () => {
    await db.delete(dashboardCounts);
    await run();
  };
  const { list: listGoal, dashboard } = GOAL;
  return [
    { name: 'the queue, first page', goal: listGoal, run: () => queue({}) },
    { name: 'the queue, page 41', goal: listGoal, run: () => queue({ after: deepCase }) },
    { name: 'the queue, mine', goal: listGoal, run: () => queue({ tab: 'mine' }) },
    { name: 'the queue, awaiting my check', goal: listGoal, run: () => queue({ tab: 'toCheck' }) },
    { name: 'the queue, counts', goal: listGoal, run: () => countQueue(db, officer, now()) },
    { name: 'customers', goal: listGoal, run: () => list(officer, {}) },
    {
      name: 'customers, one state and level',
      goal: listGoal,
      run: () => list(officer, { state: 'Approved', risk: 'High' }),
    },
    { name: 'customers, own', goal: listGoal, run: () => list(manager, {}) },
    { name: 'customers, own by state', goal: listGoal, run: () => list(manager, { state: 'Rejected' }) },
    {
      name: 'customers, count',
      goal: listGoal,
      run: () => countCustomers(db, officer, customerView.parse({})),
    },
    { name: 'dashboard of compliance', goal: dashboard, run: compliance },
    { name: 'dashboard of a relationship manager', goal: dashboard, run: own },
    { name: 'dashboard of an admin', goal: dashboard, run: health },
    { name: 'dashboard of compliance, nobody counted yet', run: uncounted(compliance) },
    { name: 'dashboard of a manager, nobody counted yet', run: uncounted(own) },
  ];
}

async function deep(next: (after: string | undefined) => Promise<string | null>, pages: number) {
  let after: string | undefined;
  for (let page = 0; page < pages; page += 1) after = (await next(after)) ?? after;
  return after ?? '';
}

function bareSelect({ db }: OpenDatabase) {
  return db.execute(sql`select submission_id, display_name from directory order by submission_id limit 25`);
}

async function byTurns(product: () => Promise<unknown>, floor: () => Promise<unknown>) {
  const times = { product: [] as number[], floor: [] as number[] };
  for (let warm = 0; warm < 5; warm += 1) await product();
  for (let round = 0; round < ROUNDS; round += 1) {
    times.floor.push(await timed(floor));
    times.product.push(await timed(product));
  }
  return times;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

function ms(times: readonly number[], part: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN).toFixed(1);
}

/** The plan of every reading statement that the work sends, as it was carried out. */
async function plansOf({ pool }: OpenDatabase, run: () => Promise<unknown>): Promise<string> {
  const sent: { text: string; values: unknown[] }[] = [];
  const query = pool.query.bind(pool) as (statement: unknown, values?: unknown) => unknown;
  Object.assign(pool, {
    query(statement: string | { text: string }, values?: unknown[]) {
      sent.push({ text: typeof statement === 'string' ? statement : statement.text, values: values ?? [] });
      return query(statement, values);
    },
  });
  await run();
  Object.assign(pool, { query });
  const told: string[] = [];
  for (const { text, values } of sent) {
    if (!/^\s*select/i.test(text)) continue;
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, values);
    told.push(`${text}\n${rows.map((row) => row['QUERY PLAN']).join('\n')}`);
  }
  return told.join('\n\n');
}
