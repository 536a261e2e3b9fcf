import { setTimeout as sleep } from 'node:timers/promises';
import { runJobs } from '../../jobs/runner';
import { type LongWork, workThrough } from '../../queue/progress';
import { type OpenDatabase, openDatabase } from '../client';

/** How many numbers the work goes through. */
export const LAST = 120;

/** Puts the numbers up to {@link LAST} into a table, a few a batch; `pause` is called in each with the numbers before it. */
export async function countUp(
  { db }: OpenDatabase,
  signal: AbortSignal,
  pause: (before: number) => Promise<void> = async () => undefined,
): Promise<'done' | 'more'> {
  const work: LongWork = {
    db,
    job: 'reassess',
    tenantId: 'main',
    key: 'count-up',
    count: () => Promise.resolve(LAST),
    clock: () => new Date(),
    signal,
    async batch(tx, cursor) {
      const from = Number(cursor ?? 0);
      for (let n = from + 1; n <= from + 3; n += 1) await tx.execute(`insert into counted values (${n})`);
      await pause(from);
      return { done: 3, cursor: from + 3 === LAST ? null : `${from + 3}` };
    },
  };
  return workThrough(work);
}

/** A program for a kill -9 test: does the work that waits in the database named by its argument, and prints once a part of it is done. */
async function workUntilKilled(where: string): Promise<void> {
  const open = await openDatabase(where.startsWith('postgres') ? { url: where } : { dataDir: where });
  const job = {
    name: 'reassess',
    pollSeconds: 2,
    // Slow enough to be killed in the middle, also where the one who kills gets a turn late.
    run: (_data: unknown, signal: AbortSignal) =>
      countUp(open, signal, async (before) => {
        if (before > 0) process.stdout.write(`${before}\n`);
        await sleep(150);
      }),
  };
  await runJobs(open, [job]);
}

const [, program, where] = process.argv;
if (program?.endsWith('work-until-killed.ts') && where !== undefined) await workUntilKilled(where);
