// The lists, the dashboards and the pages of a large book, each beside its floor, with the plan of each of their statements: on PostgreSQL,
// then on a smaller embedded one. `npm run bench -- --only book` · `--quick` for few customers · `--database <url>` for a book that is
// there already, and PostgreSQL alone.
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { holdDatabase, type OpenDatabase, openDatabase } from '@/server/db/client';
import { startTestServer } from '@/server/db/testing/postgres-server';
import { dashboardWorks, listWorks, queueWorks, type Work } from './book-works';
import { onSignal, tempFolder } from './cleanup';
import { columns, fixed } from './columns';
import { makeGround, sessionCookies } from './ground';
import { writeText } from './out';
import { pageWorks } from './pages';
import { plansOf } from './plans';
import { asked } from './rows';
import { startServer, type Variables } from './server';
import { SETTINGS } from './settings';
import { byTurns, percentile } from './turns';

const root = join(import.meta.dirname, '..');
const quick = process.argv.includes('--quick');
const given = process.argv.includes('--database')
  ? process.argv[process.argv.indexOf('--database') + 1]
  : undefined;
const CUSTOMERS = quick ? { postgres: 20_000, pglite: 5_000 } : { postgres: 1_000_000, pglite: 100_000 };
const ROUNDS = quick ? 40 : 200;
const WARM_ROUNDS = 5;

Object.assign(process.env, SETTINGS);
const told: { table: string; plans: string[] }[] = [];
if (given === undefined) {
  const server = await startTestServer([]);
  onSignal(() => server.stop());
  told.push(await measureBook(await variablesOf('postgres', server.url('postgres'))));
  await server.stop();
  told.push(await measureBook(await variablesOf('pglite')));
} else told.push(await measureBook({ DATA_DIR: tempFolder(), DATABASE_URL: given }));
const load = loadavg().map((one) => one.toFixed(1));
const text = `${told.map(({ table }) => table).join('\n\n')}\n\nload ${load.join(' ')} at the end\n`;
writeText('book', `${text}\n${told.flatMap(({ plans }) => plans).join('\n\n')}\n`);
process.exit(0);

/** Makes a book, and says how the product finds it. */
async function variablesOf(kind: keyof typeof CUSTOMERS, postgresUrl?: string): Promise<Variables> {
  const customers = CUSTOMERS[kind];
  console.log(`${kind}: making ${customers} customers …`);
  const made = { folder: tempFolder(), customers, withFloor: false, withTrail: true };
  return (await makeGround({ ...made, ...(postgresUrl && { postgresUrl }) })).product;
}

/** One book: its statements in this process, then its pages as the built product serves them. */
async function measureBook(variables: Variables) {
  const { DATA_DIR: dataDir = '', DATABASE_URL: url } = variables;
  const open = await openDatabase(url === undefined ? { dataDir } : { url });
  const letGo = holdDatabase(open);
  const lists = [...(await queueWorks(open)), ...(await listWorks(open))];
  const works = [...lists, ...(await dashboardWorks(open))];
  const { kind } = open;
  const count = await open.pool.query<{ n: number }>('select count(*)::int as n from directory');
  const statements = await linesOf(works, kind, () => bareSelect(open), open);
  const cookies = await sessionCookies(open);
  const submissionId = await anyCustomer(open);
  letGo();
  await open.close();

  const product = await startServer(join(root, 'scripts/start.mjs'), { ...SETTINGS, ...variables });
  const floor = await startServer(join(root, 'bench/floor/start.mjs'), {
    ...SETTINGS,
    DATA_DIR: tempFolder(),
  });
  const ofPages = pageWorks(product.url, cookies, submissionId);
  const pages = await linesOf(ofPages, kind, async () => (await asked(`${floor.url}/empty`)).text());
  await Promise.all([product.stop(), floor.stop()]);
  const head = [
    `${kind}, ${count.rows[0]?.n ?? 0} customers`,
    'p50 ms',
    'p95 ms',
    'goal p95',
    'floor p50',
    'floor p95',
  ];
  const { plans, warnings } = statements;
  const table = [
    columns(head, [...statements.lines, ...pages.lines]),
    warnings.join('\n') || 'No statement reads a large table from end to end, or many rows in vain.',
  ].join('\n\n');
  // The next book takes long: what is known is told before.
  console.log(`\n${table}\n`);
  return { table, plans };
}

/** Times works beside a floor, by turns; of what is asked of an open database, with the plans. */
async function linesOf(works: Work[], kind: string, floor: () => Promise<unknown>, open?: OpenDatabase) {
  const [lines, plans, warnings]: [string[][], string[], string[]] = [[], [], []];
  for (const { name, goal, run } of works) {
    console.log(`${kind}: ${name} …`);
    for (let warm = 0; warm < WARM_ROUNDS; warm += 1) await run();
    const times = await byTurns(ROUNDS, run, floor);
    const [p50, p95] = [0.5, 0.95].map((part) => fixed(percentile(times.product, part)));
    const [bare50, bare95] = [0.5, 0.95].map((part) => fixed(percentile(times.floor, part)));
    lines.push([name, p50 ?? '', p95 ?? '', String(goal ?? 'n/a'), bare50 ?? '', bare95 ?? '']);
    if (open === undefined) continue;
    const found = await plansOf(open, run);
    plans.push(`== ${kind}: ${name}\n\n${found.text}`);
    warnings.push(...found.warnings.map((warning) => `${warning}: ${name}`));
  }
  return { lines, plans, warnings };
}

function bareSelect({ db }: OpenDatabase) {
  return db.execute(sql`select submission_id, display_name from directory order by submission_id limit 25`);
}

/** One who is approved, of those that came last. */
async function anyCustomer({ db }: OpenDatabase): Promise<string> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select submission_id as id from directory where kyc_state = 'Approved' order by created_at desc limit 1`);
  return rows[0]?.id ?? '';
}
