// The product against a floor of bare routes, by turns, on both databases. `npm run bench -- --quick` for a first look.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestServer } from '@/server/db/testing/postgres-server';
import { onSignal, tempFolder } from './cleanup';
import { FILE_GOAL, measureFiles } from './files';
import { firstLoads } from './first-load';
import { type Ground, makeGround } from './ground';
import { type Pace, runProgram, takeTurns } from './measure';
import { writeJson } from './out';
import { memory } from './proc';
import { measureReassessing } from './reassessing';
import type { Rendering } from './render';
import { look, type Row, rowsOf } from './rows';
import { type Server, startServer } from './server';
import { SETTINGS } from './settings';
import { type Measured, type Results, ratioOf, tables } from './table';

const root = join(import.meta.dirname, '..');
const quick = process.argv.includes('--quick');

/** A round is long enough for hundreds of answers; the median of three passes over one that something else disturbed. */
const PACE: Omit<Pace, 'connections'> = quick
  ? { warmSeconds: 1, seconds: 1, rounds: 1 }
  : { warmSeconds: 4, seconds: 6, rounds: 3 };
const CUSTOMERS = quick ? 5_000 : 100_000;
const REASSESSED = quick ? 2_000 : 100_000;

/** Megabytes. */
const MEMORY_GOAL = { pglite: 600, postgres: 350 } as const;
const PDF_GOAL_MS = 60;
const FIRST_LOAD_GOAL_KB = 170;

Object.assign(process.env, SETTINGS);

const results = await bench();
console.log(`\n${tables(results)}`);
writeJson('bench', {
  quick,
  ...results,
  rows: results.rows.map((row) => ({ ...row, ratio: ratioOf(row) })),
});
process.exit(0);

async function bench(): Promise<Results> {
  const folder = tempFolder();
  const embedded = await measureOn(await ground(join(folder, 'embedded')));
  // With the settings that a server comes with: what is acknowledged is on disk, as on the embedded database.
  const server = await startTestServer([]);
  onSignal(() => server.stop());
  const postgres = await measureOn(await ground(join(folder, 'postgres'), server.url('postgres')));
  const reassessing = [
    await measureReassessing({ customers: REASSESSED, folder }),
    await measureReassessing({ customers: REASSESSED, folder, url: server.url('postgres') }),
  ];
  await server.stop();
  console.log('Setting reports in a process of their own …');
  const profileFile = join(folder, 'profile.json');
  writeFileSync(profileFile, JSON.stringify(embedded.subject.reported));
  const rendering = JSON.parse(await runProgram('render.ts', profileFile, quick ? '10' : '60')) as Rendering;
  return {
    rows: [...embedded.rows, ...postgres.rows],
    rendering: { ...rendering, goal: PDF_GOAL_MS },
    memory: [embedded.memory, postgres.memory],
    firstLoads: { goal: FIRST_LOAD_GOAL_KB, pages: embedded.firstLoads },
    files: { goal: FILE_GOAL, ...embedded.files },
    reassessing,
  };
}

function ground(folder: string, postgresUrl?: string): Promise<Ground> {
  console.log(`Making ${CUSTOMERS} customers, ${postgresUrl ? 'PostgreSQL' : 'embedded'} …`);
  return makeGround({ folder, customers: CUSTOMERS, ...(postgresUrl && { postgresUrl }) });
}

async function measureOn(made: Ground) {
  const product = await startServer(join(root, 'scripts/start.mjs'), { ...SETTINGS, ...made.product });
  const floor = await startServer(join(root, 'bench/floor/start.mjs'), { ...SETTINGS, ...made.floor });
  const subject = await look(product.url, made);
  const rows: Measured[] = [];
  for (const row of rowsOf(made, subject)) rows.push(await measureRow(row, made.kind, { product, floor }));
  const loads = await firstLoads(product.url, floor.url, made);
  console.log(`${made.kind}: files …`);
  const files = await measureFiles(product, floor, {
    submissionId: made.filesOf,
    token: subject.token,
    rounds: quick ? 3 : 9,
  });
  const used = {
    database: made.kind,
    product: memory(product.pid),
    floor: memory(floor.pid),
    goal: MEMORY_GOAL[made.kind],
  };
  await Promise.all([product.stop(), floor.stop()]);
  return { subject, rows, memory: used, firstLoads: loads, files };
}

async function measureRow(
  { name, goal, connections, ...requests }: Row,
  database: string,
  servers: Record<'product' | 'floor', Server>,
): Promise<Measured> {
  console.log(`${database}: ${name} …`);
  const targets = Object.fromEntries(
    (['floor', 'product'] as const).flatMap((side) => {
      const request = requests[side];
      return request === undefined ? [] : [[side, { server: servers[side], request }]];
    }),
  );
  const figures = await takeTurns(targets, { ...PACE, connections });
  return { row: name, database, ...(goal !== undefined && { goal }), ...figures };
}
