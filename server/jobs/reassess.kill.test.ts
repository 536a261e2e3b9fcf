import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import type { OpenDatabase } from '../db/client';
import { findProgress } from '../db/queries/job-progress';
import { makeQueues } from '../db/queues';
import { rawSqlOn } from '../db/raw-sql';
import { directory } from '../db/schema';
import { freshDatabase } from '../db/testing';
import { eventually } from '../db/testing/eventually';
import { ModelGround } from '../kyc/embedded/risk-models/risk-models.suite';
import { handlersOf } from './handlers';
import { runJobs } from './runner';
import { workOf } from './work';

vi.stubEnv('LOG_LEVEL', 'silent');

const CUSTOMERS = 3_000;
const KILLS = 2;
/** A killed process's run is taken back soon, so that the test need not wait for it. */
const RULES = { retryLimit: 5, retryDelay: 1, expireInSeconds: 4 };
const PROGRAM = ['--conditions=react-server', '--import=tsx', 'server/db/testing/reassess-until-killed.ts'];

test('a re-assessment whose processes are killed in its middle ends with everybody at the new model, once', {
  timeout: 300_000,
}, async () => {
  const open = await freshDatabase('postgres');
  await makeQueues(rawSqlOn(open.pool), ['reassess'], RULES);
  const ground = new ModelGround(() => open.db);
  await ground.book(CUSTOMERS);
  const before = await levels(open);
  const { version } = await ground.released();
  const progress = () => findProgress(open.db, `reassess:${ground.tenantId}:${version}`);
  const done = async () => (await progress())?.done ?? 0;

  for (let kills = 0; kills < KILLS; kills += 1) {
    const so = await done();
    await workAndKill(open, async () => (await done()) > so);
    expect(await done()).toBeGreaterThan(so);
    expect(await done()).toBeLessThan(CUSTOMERS);
    expect(await assessedBy(open, version)).toEqual({ customers: await done(), assessments: await done() });
  }

  const { reassess } = handlersOf(open.db);
  const runner = await runJobs(open, workOf(reassess ? { reassess } : {}), { upkeepSeconds: 1 });
  await vi.waitFor(async () => expect((await progress())?.finishedAt).toEqual(expect.any(Date)), {
    timeout: 120_000,
    interval: 200,
  });
  expect(await progress()).toMatchObject({ done: CUSTOMERS, total: CUSTOMERS });
  expect(await assessedBy(open, version)).toEqual({ customers: CUSTOMERS, assessments: CUSTOMERS });

  const after = await levels(open);
  const moved = [...after].filter(([id, { level }]) => before.get(id)?.level !== level).map(([id]) => id);
  expect(moved.length).toBeGreaterThan(100);
  for (const [id, { version: kept }] of after) expect(kept).toBe(moved.includes(id) ? 2 : 1);
  const { rows } = await open.pool.query(
    `select (select count(*)::int from audit_events where type = 'risk.assessed') as recorded,
      (select count(*)::int from profile_versions where trigger = 'model.released') as kept,
      (select count(*)::int from directory d where (risk_level_id, risk_score) is distinct from (
        select (risk_level_id, score) from risk_assessments a where a.submission_id = d.submission_id
        order by assessed_at desc, id desc limit 1)) as untrue`,
  );
  expect(rows).toEqual([{ recorded: CUSTOMERS, kept: moved.length, untrue: 0 }]);
  await eventually(async () => {
    const runs = await open.pool.query<{ state: string }>(
      "select state from pgboss.job where name = 'reassess'",
    );
    expect(new Set(runs.rows.map(({ state }) => state))).toEqual(new Set(['completed']));
  });
  await runner.stop();
  await open.close();
});

/** Runs an instance until it has come further. */
async function workAndKill({ pool }: OpenDatabase, hasComeFurther: () => Promise<boolean>): Promise<void> {
  const url = pool.options.connectionString ?? '';
  const child = spawn(process.execPath, [...PROGRAM, url], { stdio: ['ignore', 'ignore', 'inherit'] });
  const closed = once(child, 'close');
  while (!(await hasComeFurther())) await sleep(10);
  child.kill('SIGKILL');
  await closed;
  // What it had not committed is gone once the server has noticed.
  await eventually(async () => {
    const { rows } = await pool.query(
      `select 1 from pg_stat_activity where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`,
    );
    expect(rows).toEqual([]);
  });
}

async function assessedBy({ db }: OpenDatabase, version: number) {
  const { rows } = await db.execute<{ customers: number; assessments: number }>(sql`
    select count(distinct submission_id)::int as customers, count(*)::int as assessments
    from risk_assessments where model_version = ${version}`);
  return rows[0];
}

async function levels({ db }: OpenDatabase) {
  const rows = await db.select().from(directory).where(eq(directory.kycState, 'Approved'));
  return new Map(
    rows.map(({ submissionId, riskLevelId, version }) => [submissionId, { level: riskLevelId, version }]),
  );
}
