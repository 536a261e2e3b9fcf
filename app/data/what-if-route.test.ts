import { eq } from 'drizzle-orm';
import { afterEach, expect, it, vi } from 'vitest';
import type { Role } from '@/lib/auth/permissions';
import { newId } from '@/lib/new-id';
import { paths } from '@/lib/paths';
import { sealSession, sessionCookie } from '@/server/auth/session-token';
import { auditEvents, directory, staffUsers } from '@/server/db/schema';
import { describeOnEachDatabase } from '@/server/db/testing';
import { Capture } from '@/server/kyc/embedded/capture.suite';
import { TENANT } from '@/server/kyc/embedded/fixtures.suite';
import { GET, POST } from './customers/[submissionId]/what-if/route';

/** The cookies of the request that a test stands for. */
const jar = new Map<string, string>();
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}));

/** Whether somebody else's server answers. */
const remote = vi.hoisted(() => ({ answers: false }));
vi.mock('@/server/kyc', async (original) => {
  const own = await original<typeof import('@/server/kyc')>();
  return { ...own, kycOffice: async () => (remote.answers ? undefined : own.kycOffice()) };
});

describeOnEachDatabase("the what-if's data route", (kit) => {
  const capture = new Capture(() => kit.db());
  afterEach(() => {
    jar.clear();
    remote.answers = false;
  });

  async function signInAs(role: Role, employeeId: string | null = null): Promise<void> {
    const id = newId();
    const email = `${id}@example.com`;
    const user = { id, tenantId: TENANT, email, emailKey: email, name: 'Somebody', role, employeeId };
    await kit
      .db()
      .insert(staffUsers)
      .values({ ...user, passwordHash: 'a hash', createdAt: new Date() });
    jar.set(sessionCookie().name, await sealSession({ userId: id, sessionVersion: 1 }));
  }

  const url = (id: string) => `http://localhost${paths.data.whatIf(id)}`;
  const params = (submissionId: string) => ({ params: Promise.resolve({ submissionId }) });
  const read = (id: string) => GET(new Request(url(id)), params(id));
  const ask = (id: string, body: string) => {
    const headers = { 'content-type': 'application/json' };
    return POST(new Request(url(id), { method: 'POST', headers, body }), params(id));
  };
  const statuses = async (id: string) => [(await read(id)).status, (await ask(id, '{"changes":[]}')).status];

  it('is for compliance alone, and a 404 for every id that is not one of the tenant', async () => {
    const id = await capture.standing('ComplianceReview');
    const [owner] = await kit.db().select().from(directory).where(eq(directory.submissionId, id));
    expect(await statuses(id)).toEqual([401, 401]);
    await signInAs('admin');
    expect(await statuses(id)).toEqual([403, 403]);
    await signInAs('relationship_manager', owner?.employeeId ?? null);
    expect(await statuses(id)).toEqual([403, 403]);
    await signInAs('compliance_officer');
    expect(await statuses(newId())).toEqual([404, 404]);
    expect(await statuses(id)).toEqual([200, 200]);
  });

  it("is a 404 in front of somebody else's server, whose model cannot be asked", async () => {
    const id = await capture.standing('ComplianceReview');
    await signInAs('compliance_officer');
    remote.answers = true;
    expect(await statuses(id)).toEqual([404, 404]);
  });

  it('names what is bad of a question, and repeats nothing of it', async () => {
    const id = await capture.standing('ComplianceReview');
    await signInAs('compliance_officer');
    const secret = 'Somebody Secret';
    const named = { fieldId: 'name', answer: { fieldTypeId: 'Text', textValue: `${secret} of a length` } };
    const bad: [unknown, number, string][] = [
      [{}, 400, 'changes'],
      [{ changes: [{ fieldId: 'name', answer: { fieldTypeId: secret } }] }, 400, 'changes[0].answer'],
      [{ changes: [named] }, 400, 'changes[0].answer.textValue'],
      [{ changes: Array.from({ length: 51 }, () => named) }, 400, 'changes'],
      [{ changes: [], more: 'x'.repeat(1_100_000) }, 413, ''],
    ];
    for (const [body, status, path] of bad) {
      const answer = await ask(id, JSON.stringify(body));
      const said = await answer.text();
      expect([answer.status, said]).toEqual([status, expect.stringContaining(path)]);
      expect(said).not.toContain(secret);
    }
    expect((await ask(id, 'no JSON')).status).toBe(400);
  });

  it('puts on record that the answers were read, and nothing of what was tried', async () => {
    const id = await capture.standing('ComplianceReview');
    await signInAs('compliance_officer');
    const events = () => kit.db().select().from(auditEvents).where(eq(auditEvents.submissionId, id));
    const before = await events();
    await ask(id, JSON.stringify({ changes: [{ fieldId: 'nationality', answer: null }] }));
    expect(await events()).toEqual(before);
    await read(id);
    expect((await events()).slice(before.length).map(({ type, data }) => [type, Object.keys(data)])).toEqual([
      ['profile.viewed', ['version']],
    ]);
  });
});
