// A program of its own, so that its memory is its own: makes a crowd and releases a risk model in an empty database, or assesses
// everybody in it anew by that model. Tells how far it is on stderr, and prints the figures as JSON.
// Usage: reassess.ts make|run <customers> <folder or address of a PostgreSQL database> <folder for files>
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { newId } from '@/lib/new-id';
import { type OpenDatabase, openDatabase } from '@/server/db/client';
import { crowdFacts } from '@/server/db/demo/bulk-facts';
import { versionInForce } from '@/server/db/queries/active-model';
import { nextInBook } from '@/server/db/queries/book';
import { findProgress } from '@/server/db/queries/job-progress';
import { inTransaction } from '@/server/db/transaction';
import { reassess } from '@/server/kyc/embedded/risk-models';
import { assessMany } from '@/server/risk/assess';
import { shippedModel } from '@/server/risk/shipped';
import { type MemoryTrack, watchMemory } from './memory-watch';
import { makeReassessGround } from './reassess-ground';

/** What was measured; rates in customers a second. */
export type Reassessed = {
  customers: number;
  /** How many have another level. */
  moved: number;
  seconds: number;
  rate: number;
  /** The same model asked about as many at once, with nothing read and nothing kept. */
  bareEvaluations: number;
  /** One number of as many lines of the list changed at once, and nothing else. */
  bareUpdates: number;
  memory: MemoryTrack;
};

const tenantId = 'main';
/** Milliseconds. */
const TELL_EVERY = 5_000;
const EVALUATE_FOR = 3_000;
/** Customers. */
const BATCH = 250;
const MOST_BARE_UPDATES = 20_000;

const [step = '', count = '', where = '', files = ''] = process.argv.slice(2);
const open = await openDatabase(where.startsWith('postgres') ? { url: where } : { dataDir: where });
if (step === 'make') await makeReassessGround(open, { tenantId, customers: Number(count), files });
else process.stdout.write(JSON.stringify(await measure(open)));
await open.close();
process.exit(0);

async function measure({ db, pool, kind }: OpenDatabase): Promise<Reassessed> {
  const modelVersion = (await versionInForce(db, tenantId)) ?? 0;
  const progress = () => findProgress(db, `reassess:${tenantId}:${modelVersion}`);
  const run = reassess({ db, clock: () => new Date(), newId });
  const ending = new AbortController();
  const begun = performance.now();
  const stopWatching = watchMemory();
  const telling = tell(kind, progress, ending.signal);
  await run({ tenantId, modelVersion }, new AbortController().signal);
  const seconds = (performance.now() - begun) / 1000;
  const memory = stopWatching();
  ending.abort();
  await telling;
  const { rows } = await pool.query<{ moved: number }>(
    "select count(*)::int as moved from profile_versions where trigger = 'model.released'",
  );
  const customers = (await progress())?.done ?? 0;
  return {
    customers,
    moved: rows[0]?.moved ?? 0,
    seconds,
    rate: customers / seconds,
    bareEvaluations: await bareEvaluations(),
    bareUpdates: await bareUpdates(open),
    memory,
  };
}

async function tell(kind: string, progress: () => ReturnType<typeof findProgress>, signal: AbortSignal) {
  const begun = performance.now();
  for (;;) {
    const isOver = await sleep(TELL_EVERY, false, { signal }).catch(() => true);
    if (isOver) return;
    const { done = 0, total = 0 } = (await progress()) ?? {};
    const rate = Math.round(done / ((performance.now() - begun) / 1000));
    const megabytes = Math.round(process.memoryUsage().rss / 1e6);
    process.stderr.write(`  ${kind}: ${done} of ${total} assessed anew, ${rate} a second, ${megabytes} MB\n`);
  }
}

/** Assessments of customers who are all different, in batches as small as the re-assessment makes them. */
async function bareEvaluations(): Promise<number> {
  const model = shippedModel();
  const begun = performance.now();
  let done = 0;
  while (performance.now() - begun < EVALUATE_FOR) {
    const batch = Array.from({ length: BATCH }, (_, index) =>
      crowdFacts(index % 4 === 0 ? 'LegalCustomer' : 'IndividualCustomer', done + index),
    );
    await assessMany(batch, model);
    done += batch.length;
  }
  return done / ((performance.now() - begun) / 1000);
}

/** What the least of it takes: the next ones of the book found, and their score changed where the list shows it, in one transaction. */
async function bareUpdates({ db }: OpenDatabase): Promise<number> {
  const begun = performance.now();
  let done = 0;
  for (let cursor: string | null = ''; cursor !== null && done < MOST_BARE_UPDATES; ) {
    const ids: string[] = await nextInBook(db, tenantId, cursor, BATCH);
    await inTransaction(db, (tx) =>
      tx.execute(sql`
        update directory set risk_score = 100 - risk_score
        where submission_id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`),
    );
    done += ids.length;
    cursor = ids.length < BATCH ? null : (ids.at(-1) ?? null);
  }
  return done / ((performance.now() - begun) / 1000);
}
