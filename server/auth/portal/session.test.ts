import { afterEach, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { emailKey } from '@/lib/kyc/contract/text';
import { newId } from '@/lib/new-id';
import { action, portalAction } from '../../actions/wrap';
import { staffUsers } from '../../db/schema';
import { describeOnEachDatabase } from '../../db/testing';
import { aCall, TENANT } from '../../kyc/embedded/fixtures.suite';
import { findSession } from '../session';
import { sealSession, sessionCookie } from '../session-token';
import { staffRoute } from '../staff-route';
import { after, portalScene, start } from './portal.suite';
import { portalRoute } from './route';
import {
  PORTAL_IDLE_SECONDS,
  PORTAL_LONGEST_SECONDS,
  portalCookie,
  renewedPortalSession,
  sealPortalSession,
} from './session-token';
import { leavePortal } from './sign-out';

/** The cookies of the request that a test stands for. */
const jar = new Map<string, string>();
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => (value === '' ? jar.delete(name) : jar.set(name, value)),
  }),
}));

describeOnEachDatabase('a portal session', (kit) => {
  const { kyc, settled, eventsOf, sessionOf } = portalScene(kit);
  afterEach(() => jar.clear());

  it('ends a session when staff send a password link', async () => {
    const { session } = await settled();
    const token = await sealPortalSession(session, start);
    expect(await sessionOf(token)).not.toBeNull();
    const { submissionId } = session;
    await kyc().setCustomerPassword(aCall(), { submissionId, userType: 'IndividualCustomer' });
    expect(await sessionOf(token)).toBeNull();
  });

  it('ends a session after half an hour without use, and after eight hours however busy', async () => {
    const { session } = await settled();
    let token = await sealPortalSession(session, start);
    expect(await sessionOf(token, after(PORTAL_IDLE_SECONDS - 1))).not.toBeNull();
    expect(await sessionOf(token, after(PORTAL_IDLE_SECONDS))).toBeNull();
    expect(await renewedPortalSession(token, after(59))).toBeNull();
    expect(await renewedPortalSession(token, after(PORTAL_IDLE_SECONDS))).toBeNull();
    for (let at = 1200; at < PORTAL_LONGEST_SECONDS; at += 1200) {
      token = (await renewedPortalSession(token, after(at))) ?? token;
    }
    expect(await sessionOf(token, after(PORTAL_LONGEST_SECONDS - 1))).not.toBeNull();
    expect(await sessionOf(token, after(PORTAL_LONGEST_SECONDS))).toBeNull();
  });

  it("takes no token of the staff's and no forged one, and the staff's side takes none of the portal's", async () => {
    const { session, submissionId } = await settled();
    const userId = newId();
    const address = `${userId}@example.com`;
    await kit
      .db()
      .insert(staffUsers)
      .values({
        id: userId,
        tenantId: TENANT,
        email: address,
        emailKey: emailKey(address),
        name: 'Nadia',
        role: 'admin',
        passwordHash: 'a hash',
        createdAt: start,
      });
    const staff = await sealSession({ userId, sessionVersion: 1 });
    const now = new Date();
    const portal = await sealPortalSession(session, now);
    expect(await sessionOf(staff, now)).toBeNull();
    expect(await findSession(kit.db(), portal)).toBeNull();
    expect(
      await sessionOf(`${portal.slice(0, -10)}${portal.at(-10) === 'A' ? 'B' : 'A'}${portal.slice(-9)}`, now),
    ).toBeNull();

    const request = () => new Request('http://localhost/data/x');
    const none = { params: Promise.resolve({}) };
    const ask = async () => ({
      portal: (await portalRoute({ handler: async ({ call }) => call.actor })(request(), none)).status,
      staff: (await staffRoute({ permission: 'employees:list', handler: async () => 1 })(request(), none))
        .status,
      portalAction: (await portalAction({ schema: z.object({}), run: async () => 1 })({})).ok,
      staffAction: (
        await action({ permission: 'employees:list', schema: z.object({}), run: async () => 1 })({})
      ).ok,
    });
    jar.set(portalCookie().name, portal);
    expect(await ask()).toEqual({ portal: 200, staff: 401, portalAction: true, staffAction: false });
    jar.clear();
    jar.set(sessionCookie().name, staff);
    expect(await ask()).toEqual({ portal: 401, staff: 200, portalAction: false, staffAction: true });
    // The tokens swapped between the cookies.
    jar.set(sessionCookie().name, portal);
    jar.set(portalCookie().name, staff);
    expect(await ask()).toEqual({ portal: 401, staff: 401, portalAction: false, staffAction: false });
    jar.set(portalCookie().name, portal);
    const answer = await portalRoute({ handler: async ({ call }) => call.actor })(request(), none);
    expect(await answer.json()).toEqual({ kind: 'customer', id: submissionId });
  });

  it('refuses a change that another origin sends, and renews the session by one of its own', async () => {
    const { session } = await settled();
    const early = await sealPortalSession(session, new Date(Date.now() - 120_000));
    jar.set(portalCookie().name, early);
    const none = { params: Promise.resolve({}) };
    const post = (site: string) =>
      portalRoute({ handler: async () => 1 })(
        new Request('http://localhost/data/x', { method: 'POST', headers: { 'Sec-Fetch-Site': site } }),
        none,
      );
    for (const site of ['cross-site', 'same-site']) expect((await post(site)).status).toBe(403);
    expect(jar.get(portalCookie().name)).toBe(early);
    expect((await post('same-origin')).status).toBe(200);
    expect(jar.get(portalCookie().name)).not.toBe(early);
  });

  it('puts signing out on record, ends the browser’s session, and lets no other site do it', async () => {
    const { session, submissionId } = await settled();
    jar.set(portalCookie().name, await sealPortalSession(session, new Date()));
    const leave = (site: string) =>
      leavePortal(new Request('http://localhost/x', { method: 'POST', headers: { 'Sec-Fetch-Site': site } }));
    expect((await leave('cross-site')).status).toBe(403);
    expect(jar.has(portalCookie().name)).toBe(true);
    const answer = await leave('same-origin');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/portal/sign-in']);
    expect(jar.has(portalCookie().name)).toBe(false);
    expect((await leave('same-origin')).status).toBe(303);
    const left = (await eventsOf('customer.signed_out')).filter(
      (event) => event.submissionId === submissionId,
    );
    expect(left).toEqual([{ submissionId, actorKind: 'customer', data: {} }]);
  });
});
