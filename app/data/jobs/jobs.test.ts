import { desc, eq } from 'drizzle-orm';
import { afterEach, expect, it, vi } from 'vitest';
import type { Role } from '@/lib/auth/permissions';
import type { JobsView } from '@/lib/jobs-view';
import { newId } from '@/lib/new-id';
import { runJobAgain, runJobNow } from '@/server/actions/jobs';
import { sealSession, sessionCookie } from '@/server/auth/session-token';
import { insertProgress } from '@/server/db/queries/job-progress';
import { auditEvents, staffUsers } from '@/server/db/schema';
import { describeOnEachDatabase } from '@/server/db/testing';
import { inTransaction } from '@/server/db/transaction';
import { enqueue } from '@/server/queue/enqueue';
import { GET } from './route';

/** The cookies of the request that a test stands for. */
const jar = new Map<string, string>();
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}));
vi.stubEnv('AUTH_SECRET', 'a secret of this test, 32 characters');

describeOnEachDatabase('the page of jobs', ({ db, pool }) => {
  afterEach(async () => {
    jar.clear();
    await pool().query('delete from pgboss.job');
  });

  async function signInAs(role: Role): Promise<void> {
    const id = newId();
    const email = `${id}@example.com`;
    const user = { id, tenantId: 'main', email, emailKey: email, name: 'Ada', role, passwordHash: 'a hash' };
    await db()
      .insert(staffUsers)
      .values({ ...user, createdAt: new Date() });
    jar.set(sessionCookie().name, await sealSession({ userId: id, sessionVersion: 1 }));
  }

  const read = () =>
    GET(new Request('http://localhost/data/jobs'), { params: Promise.resolve({}) }) as Promise<Response>;
  const view = async () => (await (await read()).json()) as JobsView;
  const line = async (name: string) => (await view()).jobs.find((job) => job.name === name);

  /** A run of `name` that ended in `state` some minutes ago. */
  async function ended(name: string, state: 'failed' | 'completed', minutesAgo: number, more: object = {}) {
    const id = crypto.randomUUID();
    const row = { data: null, key: null, output: {}, ...more };
    await pool().query(
      `insert into pgboss.job (id, name, state, data, singleton_key, output, retry_count, retry_limit, policy,
         started_on, completed_on)
       values ($1, $2, $3, $4, $5, $6, 5, 5, 'short',
         now() - make_interval(mins => $7, secs => 2), now() - make_interval(mins => $7))`,
      [id, name, state, row.data, row.key, row.output, minutesAgo],
    );
    return id;
  }
  const waiting = async (name: string) =>
    (
      await pool().query(
        `select data, singleton_key as key from pgboss.job where name = $1 and state = 'created'`,
        [name],
      )
    ).rows;

  it('is for admins alone, as a route and as actions', async () => {
    const runId = await ended('purge', 'failed', 5);
    const refused = async () => {
      const results = await Promise.all([runJobNow({ job: 'purge' }), runJobAgain({ job: 'purge', runId })]);
      return [(await read()).status, ...results.map((result) => !result.ok && result.code)];
    };
    expect(await refused()).toEqual([401, 401, 401]);
    for (const role of ['relationship_manager', 'compliance_officer'] as const) {
      await signInAs(role);
      expect(await refused()).toEqual([403, 403, 403]);
    }
    expect(await waiting('purge')).toEqual([]);
    await signInAs('admin');
    expect((await read()).status).toBe(200);
  });

  it('runs a job now, once for many presses, and puts it on record', async () => {
    await signInAs('admin');
    expect(await runJobNow({ job: 'purge' })).toEqual({ ok: true, data: { isNew: true } });
    expect(await runJobNow({ job: 'purge' })).toEqual({ ok: true, data: { isNew: false } });
    expect(await waiting('purge')).toEqual([{ data: { asked: true }, key: 'asked' }]);
    expect(await line('purge')).toMatchObject({ waiting: 1, running: 0 });
    const events = await db().select().from(auditEvents).where(eq(auditEvents.type, 'job.run_now'));
    expect(events.map(({ data }) => data)).toEqual([{ job: 'purge' }, { job: 'purge' }]);
  });

  it('runs what was given up again with its data, once of two who ask, and marks it as taken up', async () => {
    await signInAs('admin');
    const data = { tenantId: 'main', modelVersion: 3 };
    const output = { fault: 'DatabaseError', code: '23505', constraint: 'mails_pkey' };
    const runId = await ended('reassess', 'failed', 5, { data, key: 'main:3', output });
    expect((await view()).failed).toEqual([
      {
        id: runId,
        job: 'reassess',
        failedAt: expect.any(String),
        tries: 6,
        fault: 'DatabaseError',
        codes: ['23505', 'mails_pkey'],
        state: 'open',
      },
    ]);
    expect(await line('reassess')).toMatchObject({ failed: 1, last: { outcome: 'failed', tookMs: 2_000 } });
    const results = await Promise.all([1, 2].map(() => runJobAgain({ job: 'reassess', runId })));
    expect(results.map((result) => result.ok || result.code).sort()).toEqual([409, true]);
    expect(await waiting('reassess')).toEqual([{ data, key: 'main:3' }]);
    expect((await view()).failed.map(({ state }) => state)).toEqual(['takenUp']);
    expect(await line('reassess')).toMatchObject({ failed: 0, waiting: 1 });
    const [event] = await db()
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.type, 'job.run_again'))
      .orderBy(desc(auditEvents.at));
    expect(event?.data).toEqual({ job: 'reassess', runId });
    expect(await runJobAgain({ job: 'purge', runId })).toMatchObject({ ok: false, code: 409 });
  });

  it("takes a clock's failure for made good once a later run succeeded, and a skipped turn for none", async () => {
    await signInAs('admin');
    await ended('purge', 'failed', 60);
    await ended('purge', 'completed', 50, { output: { skipped: true } });
    expect(await line('purge')).toMatchObject({ failed: 1, last: { outcome: 'failed' } });
    await ended('purge', 'completed', 40);
    expect(await line('purge')).toMatchObject({ failed: 0, last: { outcome: 'completed' } });
    expect((await view()).failed.map(({ state }) => state)).toEqual(['madeGood']);
  });

  it('says a run was killed where nobody could say why it failed', async () => {
    await signInAs('admin');
    await ended('reassess', 'failed', 1, { output: { value: { message: 'job failed by timeout' } } });
    expect((await view()).failed).toMatchObject([{ fault: 'KilledError', codes: [] }]);
  });

  it('shows what waits, the long work of its own tenant, and what keeps the rest going', async () => {
    await signInAs('admin');
    await inTransaction(db(), (tx) => enqueue(tx, 'reassess', { tenantId: 'main', modelVersion: 4 }));
    for (const tenantId of ['main', 'other']) {
      const piece = {
        key: `reassess:${tenantId}:4`,
        tenantId,
        job: 'reassess',
        total: 9,
        note: '4',
      } as const;
      await insertProgress(db(), piece, new Date());
    }
    const { health, progress } = await view();
    expect(progress.map(({ key, done, total }) => [key, done, total])).toEqual([['reassess:main:4', 0, 9]]);
    expect(health).toMatchObject({ clockAt: null, isClockLate: true, mailsWaiting: 0, mailsFailed: 0 });
    expect(await line('reassess')).toMatchObject({ waiting: 1, nextAt: null });
  });
});
