import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { may, type Permission, ROLES, type Role } from '@/lib/auth/permissions';
import { KycError } from '@/lib/kyc/contract/errors';
import { newId } from '@/lib/new-id';
import { sealSession, sessionCookie } from '../auth/session-token';
import { staffRoute } from '../auth/staff-route';
import { staffUsers } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { log } from '../log';
import { action } from './wrap';

/** The cookies of the request that a test stands for. */
const jar = new Map<string, string>();
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}));

const PERMISSIONS: Permission[] = [
  'customers:list:own',
  'customers:list:all',
  'customers:create',
  'profile:read:own',
  'profile:read:all',
  'report:download:own',
  'report:download:all',
  'password-link:send',
  'employees:list',
  'users:manage',
  'outbox:read',
  'audit:read:all',
  'api-reference:read',
];

describeOnEachDatabase('actions and data routes', (kit) => {
  beforeEach(() => {
    log().level = 'silent';
  });
  afterEach(() => jar.clear());

  async function signInAs(role: Role, over: Partial<typeof staffUsers.$inferInsert> = {}): Promise<string> {
    const id = newId();
    const email = `${id}@example.com`;
    const user = { id, tenantId: 'demo-tenant', email, emailKey: email, name: 'Rania', role };
    await kit
      .db()
      .insert(staffUsers)
      .values({ ...user, passwordHash: 'a hash', createdAt: new Date(), ...over });
    jar.set(sessionCookie().name, await sealSession({ userId: id, sessionVersion: 1 }));
    return id;
  }

  const schema = z.object({ n: z.number().max(9) });
  const ask = (permission: Permission | Permission[]) =>
    action({ permission, schema, run: async ({ input, call }) => ({ twice: input.n * 2, call }) })({ n: 2 });
  const get = (
    permission: Permission | Permission[],
    handler = async (): Promise<unknown> => ({ yes: true }),
  ) =>
    staffRoute({ permission, handler })(new Request('http://localhost/data/x?q=1'), {
      params: Promise.resolve({}),
    });

  it.each(ROLES)('let a %s do what the role holds, and nothing else', async (role) => {
    const id = await signInAs(role);
    for (const permission of PERMISSIONS) {
      const result = await ask(permission);
      const response = await get(permission);
      if (may(role, permission)) {
        expect(result).toMatchObject({
          ok: true,
          data: { twice: 4, call: { actor: { kind: 'staff', id } } },
        });
        expect(response.status).toBe(200);
      } else {
        expect(result).toMatchObject({ ok: false, code: 403, outcomeUnknown: false });
        expect(response.status).toBe(403);
      }
    }
  });

  it('take any one of several permissions', async () => {
    await signInAs('compliance_officer');
    expect(await ask(['users:manage', 'audit:read:all'])).toMatchObject({ ok: true });
    expect((await get(['users:manage', 'outbox:read'])).status).toBe(403);
  });

  it('refuse a visitor, a disabled user and a session of before the last password with 401', async () => {
    const refusals = async () => [await ask('employees:list'), (await get('employees:list')).status];
    const refused = [expect.objectContaining({ ok: false, code: 401 }), 401];
    expect(await refusals()).toEqual(refused);
    await signInAs('admin', { isActive: false });
    expect(await refusals()).toEqual(refused);
    await signInAs('admin', { sessionVersion: 2 });
    expect(await refusals()).toEqual(refused);
  });

  it('say of a bad input which field is wrong, after the permission was asked', async () => {
    const send = (n: unknown) =>
      action({ permission: 'users:manage', schema, run: async () => null })({ n } as { n: number });
    await signInAs('admin');
    expect(await send(10)).toMatchObject({ ok: false, code: 400, fields: [{ path: 'n' }] });
    expect(await send('two')).toMatchObject({ ok: false, code: 400 });
    await signInAs('compliance_officer');
    expect(await send(10)).toMatchObject({ ok: false, code: 403, fields: [] });
  });

  it('tell an expected refusal as it is', async () => {
    await signInAs('admin');
    const fault = new KycError(503, { retryAfter: 7, outcomeUnknown: true, message: 'Away' });
    const run = () => Promise.reject(fault);
    expect(await action({ permission: 'users:manage', schema, run })({ n: 1 })).toMatchObject({
      ok: false,
      code: 503,
      messages: ['Away'],
      retryAfter: 7,
      outcomeUnknown: true,
    });
    const response = await get('users:manage', run);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '7']);
  });

  it('tell nothing of an unexpected fault, and log it under the request id without its message', async () => {
    await signInAs('admin');
    const logged = vi.spyOn(log(), 'error').mockImplementation(() => undefined);
    const run = () => Promise.reject(new Error('Amal Saleh, born 1990'));
    const result = await action({ permission: 'users:manage', schema, run })({ n: 1 });
    const response = await get('users:manage', run);
    const body = JSON.stringify([result, await response.json(), logged.mock.calls]);
    expect(body).not.toContain('Amal');
    expect(result).toMatchObject({ ok: false, code: 500 });
    expect(response.status).toBe(500);
    const ids = logged.mock.calls.map(([context]) => (context as { requestId: string }).requestId);
    expect(ids).toEqual([result.ok ? '' : result.requestId, response.headers.get('x-request-id')]);
  });

  it('let no answer be stored on the way', async () => {
    await signInAs('admin');
    const custom = async () => new Response('text', { headers: { 'Cache-Control': 'public' } });
    expect((await get('users:manage')).headers.get('cache-control')).toBe('no-store');
    expect((await get('users:manage', custom)).headers.get('cache-control')).toBe('no-store');
    expect((await get('customers:create')).headers.get('cache-control')).toBe('no-store');
  });
});
