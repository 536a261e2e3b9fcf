import { join } from 'node:path';
import { columns, fixed } from './columns';
import { runProgram } from './measure';
import type { MemoryTrack, Span } from './memory-watch';
import type { Reassessed } from './reassess';

/** A re-assessment of a whole book on one kind of database. */
export type Reassessing = Reassessed & { database: string };

/** Customers a second on PostgreSQL. */
const GOAL = 2_000;

type Wanted = {
  customers: number;
  folder: string;
  /** An empty PostgreSQL database; without one the database is embedded. */
  url?: string;
};

/** Makes a book in a database of its own and assesses all of it anew by a model that was just released. */
export async function measureReassessing({ customers, folder, url }: Wanted): Promise<Reassessing> {
  const database = url === undefined ? 'pglite' : 'postgres';
  const place = [String(customers), url ?? join(folder, 'reassessed'), join(folder, 'reassessed-files')];
  console.log(`${database}: making ${customers} customers to be assessed anew …`);
  await runProgram('reassess.ts', 'make', ...place);
  console.log(`${database}: assessing them anew …`);
  return { database, ...(JSON.parse(await runProgram('reassess.ts', 'run', ...place)) as Reassessed) };
}

/** The figures as plain text, in columns. */
export function reassessingTables(measured: readonly Reassessing[]): string {
  return [
    columns(
      [
        're-assessing',
        'customers',
        'moved',
        'seconds',
        'each second',
        'goal',
        'bare evaluation/s',
        'bare update/s',
      ],
      measured.map(({ database, customers, moved, seconds, rate, bareEvaluations, bareUpdates }) => [
        database,
        String(customers),
        String(moved),
        fixed(seconds),
        fixed(rate, 0),
        database === 'postgres' ? String(GOAL) : 'n/a',
        fixed(bareEvaluations, 0),
        fixed(bareUpdates, 0),
      ]),
    ),
    columns(
      ['its memory', 'begin MB', 'peak MB', 'end MB', 'kept MB', 'of 10,000 customers'],
      measured.map(({ database, customers, memory }) => [
        database,
        fixed(memory.begin, 0),
        fixed(memory.peak, 0),
        fixed(memory.end, 0),
        fixed(kept(memory)),
        fixed((kept(memory) / customers) * 10_000),
      ]),
    ),
    measured.map(toldOfMemory).join('\n'),
  ].join('\n\n');
}

/** What stayed, of all that was taken: garbage that waits for its collection is none of it. */
function kept({ live, outside }: MemoryTrack): number {
  return live.last - live.first + (outside.last - outside.first);
}

/** What the memory is made of, in a line. */
function toldOfMemory({ database, memory: { live, outside } }: Reassessing): string {
  const mb = ({ first, last }: Span) => `${fixed(first, 0)} MB at first, ${fixed(last, 0)} at last`;
  const what = database === 'pglite' ? 'mostly the embedded PostgreSQL' : 'code and connections';
  return `${database}: V8's heap without garbage ${mb(live)}; outside of it ${mb(outside)} (${what}). The rest is garbage between two collections.`;
}
