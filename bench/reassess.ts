// A program of its own: makes a crowd on a database of its own, releases a risk model, and assesses everybody anew by it. Prints the figures as JSON.
// Usage: reassess.ts <customers> <folder or address of an empty PostgreSQL database> [folder for files]
import { join } from 'node:path';
import { newId } from '@/lib/new-id';
import { openDatabase } from '@/server/db/client';
import { seedDirectory } from '@/server/db/demo/bulk';
import { crowdFacts } from '@/server/db/demo/bulk-facts';
import { seedDemo } from '@/server/db/demo';
import { findProgress } from '@/server/db/queries/job-progress';
import { installationKeys } from '@/server/documents/key-file';
import { localStore } from '@/server/documents/local-store';
import { vaultOver } from '@/server/documents/vault';
import { embeddedRiskModels, reassess } from '@/server/kyc/embedded/risk-models';
import { assessMany } from '@/server/risk/assess';
import { shippedModel } from '@/server/risk/shipped';
import { staffId } from '@/server/db/demo/staff';
import { memory } from './proc';

/** What was measured; memory in megabytes, of this process with all that it has, the embedded database's too. */
type Reassessing = {
  customers: number;
  moved: number;
  seconds: number;
  rate: number;
  /** Assessments a second without a database. */
  pureRate: number;
  memoryBefore: number;
  /** After each tenth of the customers. */
  memoryAt: number[];
};

const [count = '10000', where = '', files = where] = process.argv.slice(2);
const customers = Number(count);
const tenantId = 'main';
const open = await openDatabase(where.startsWith('postgres') ? { url: where } : { dataDir: where });
const { db } = open;
const keys = installationKeys({ dataDir: files, documentKeys: [] });
const vault = vaultOver({ store: localStore(join(files, 'documents')), keys });
await seedDemo(open, { tenantId, now: new Date(), vault, withEngine: true });
await seedDirectory(db, { count: customers, tenantId, now: new Date() });
await open.pool.query('vacuum (analyze)');

const parts = { db, clock: () => new Date(), newId };
const models = embeddedRiskModels(parts);
const as = (account: number) => ({
  tenantId,
  actor: { kind: 'staff', id: staffId(account), name: 'Bench' } as const,
  requestId: newId(),
});
const { version } = await models.startDraft(as(2), { version: shippedModel().version });
const { definition } = await models.version(as(2), version);
const [low, medium] = definition.thresholds;
if (low && medium) low.to = medium.from -= 1;
const { revision } = await models.changeDraft(as(2), { version, revision: 1, definition });
await models.propose(as(2), { version, revision, note: 'Measured' });
await models.release(as(3), { version, revision });

const resident = () => memory(process.pid)?.now ?? process.memoryUsage().rss / 1e6;
const memoryBefore = resident();
const memoryAt: number[] = [];
const run = reassess(parts);
const started = performance.now();
const progressKey = `reassess:${tenantId}:${version}`;
let isDone = false;
const sampling = (async () => {
  while (!isDone) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { done = 0, total = 1 } = (await findProgress(db, progressKey)) ?? {};
    if (done / total >= (memoryAt.length + 1) / 10) memoryAt.push(Math.round(resident()));
  }
})();
await run({ tenantId, modelVersion: version }, new AbortController().signal);
const seconds = (performance.now() - started) / 1000;
isDone = true;
await sampling;
const { rows } = await open.pool.query<{ moved: number }>(
  "select count(*)::int as moved from profile_versions where trigger = 'model.released'",
);
const figures: Reassessing = {
  customers,
  moved: rows[0]?.moved ?? 0,
  seconds,
  rate: customers / seconds,
  pureRate: await pureRate(),
  memoryBefore,
  memoryAt,
};
await open.close();
console.log(JSON.stringify(figures));
process.exit(0);

/** Assessments of customers who are all different, in batches as the re-assessment makes them. */
async function pureRate(): Promise<number> {
  const model = shippedModel();
  const begun = performance.now();
  let done = 0;
  while (performance.now() - begun < 5_000) {
    const batch = Array.from({ length: 250 }, (_, index) =>
      crowdFacts(index % 4 === 0 ? 'LegalCustomer' : 'IndividualCustomer', done + index),
    );
    await assessMany(batch, model);
    done += batch.length;
  }
  return done / ((performance.now() - begun) / 1000);
}
