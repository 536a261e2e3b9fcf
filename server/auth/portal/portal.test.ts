import { and, eq, inArray } from 'drizzle-orm';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { emailKey } from '@/lib/kyc/contract/text';
import { newId } from '@/lib/new-id';
import { action, portalAction } from '../../actions/wrap';
import { auditEvents, customerCredentials, mails, oneTimeLinks, staffUsers } from '../../db/schema';
import { describeOnEachDatabase } from '../../db/testing';
import { embeddedKyc } from '../../kyc/embedded';
import { aCall, aForm, anEmployee, aPerson, TENANT } from '../../kyc/embedded/fixtures.suite';
import { openBody } from '../../mail/seal';
import { deriveKey } from '../../secrets';
import { ACCOUNT_RULE, LINK_ACCOUNT_RULE } from '../attempts';
import { acceptPassword, viewPasswordLink } from '../customer-password';
import { peekLink } from '../links';
import { findSession } from '../session';
import { sealSession, sessionCookie } from '../session-token';
import { staffRoute } from '../staff-route';
import { countLinkWish, grantLink } from './link';
import { portalRoute } from './route';
import { findPortalSession } from './session';
import {
  PORTAL_IDLE_SECONDS,
  PORTAL_LONGEST_SECONDS,
  portalCookie,
  renewedPortalSession,
  sealPortalSession,
} from './session-token';
import { signInToPortal } from './sign-in';
import { leavePortal } from './sign-out';

/** The cookies of the request that a test stands for. */
const jar = new Map<string, string>();
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => (value === '' ? jar.delete(name) : jar.set(name, value)),
  }),
}));

const PASSWORD = 'three green kettles 81';
const start = new Date('2026-11-22T10:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

describeOnEachDatabase('the portal', (kit) => {
  const ground = { employeeId: '', formId: '' };
  const kyc = () => embeddedKyc({ db: kit.db(), clock: () => start, newId });

  beforeAll(async () => {
    ground.employeeId = await anEmployee(kit.db());
    ground.formId = await aForm(kit.db());
  });
  afterEach(() => {
    jar.clear();
    vi.useRealTimers();
  });

  /** A customer and the token of the welcome mail's link. */
  async function invited() {
    const email = `${newId()}@example.com`;
    const { submissionId } = await kyc().addCustomer(aCall(), aPerson(ground, { customerEmail: email }));
    return { email, submissionId, token: await tokenIn(await newestMail(submissionId)) };
  }
  /** A customer who has set a password. */
  async function settled() {
    const customer = await invited();
    const { session } = await acceptPassword(
      kit.db(),
      { token: customer.token, password: PASSWORD },
      newId(),
      start,
    );
    return { ...customer, session };
  }
  async function newestMail(submissionId: string) {
    const found = await kit
      .db()
      .select()
      .from(mails)
      .where(eq(mails.submissionId, submissionId))
      .orderBy(mails.id);
    const mail = found.at(-1);
    if (!mail?.sealedBody) throw new Error('no mail');
    return { kind: mail.kind, text: openBody(deriveKey('mail'), mail.id, mail.sealedBody).text };
  }
  async function tokenIn({ text }: { text: string }) {
    return /#([\w-]{43})/.exec(text)?.[1] ?? '';
  }
  const attempt = (email: string, password = PASSWORD, at = start, address: string = newId()) =>
    signInToPortal(kit.db(), { tenantId: TENANT, email, password, address, requestId: newId() }, at);
  const wish = (email: string, address: string = newId()) => ({
    tenantId: TENANT,
    email,
    address,
    requestId: newId(),
  });
  const sessionOf = (token: string, at = start) => findPortalSession(kit.db(), token, at);
  const eventsOf = async (type: 'customer.signed_in' | 'customer.sign_in_refused' | 'customer.signed_out') =>
    (await kit.db().select().from(auditEvents).where(eq(auditEvents.type, type))).map(
      ({ submissionId, actorKind, data }) => ({ submissionId, actorKind, data }),
    );
  /** How many statements a piece of work sends. */
  async function statementsOf(work: () => Promise<unknown>): Promise<number> {
    const pool = kit.pool();
    const connect = pool.connect.bind(pool) as () => Promise<{ query: (...all: unknown[]) => unknown }>;
    let count = 0;
    const spies: { mockRestore: () => void }[] = [];
    const client = await connect();
    const prototype = Object.getPrototypeOf(client) as { query: (...all: unknown[]) => unknown };
    (client as unknown as { release: () => void }).release();
    const own = prototype.query;
    spies.push(
      vi.spyOn(prototype, 'query').mockImplementation(function (this: unknown, ...all: unknown[]) {
        count += 1;
        return own.apply(this, all);
      }),
    );
    try {
      await work();
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    return count;
  }

  it('is opened by the link of the welcome mail, once, and within seven days', async () => {
    const { submissionId, token, email } = await invited();
    expect(await newestMail(submissionId)).toMatchObject({ kind: 'welcome' });
    expect(await viewPasswordLink(kit.db(), token, after(7 * 86_400 - 1))).toMatchObject({ state: 'open' });
    expect(await viewPasswordLink(kit.db(), token, after(7 * 86_400))).toEqual({ state: 'over' });
    const set = () => acceptPassword(kit.db(), { token, password: PASSWORD }, newId(), start);
    const { session } = await set();
    await expect(set()).rejects.toMatchObject({ code: 404 });
    expect(await sessionOf(await sealPortalSession(session, start))).toMatchObject({
      submissionId,
      name: 'John Doe',
    });
    expect(await attempt(email.toUpperCase())).toEqual({ outcome: 'signed-in', session });
  });

  it('answers an unknown address, a wrong password and a customer without one alike, by the same statements', async () => {
    const known = await settled();
    const without = await invited();
    const wrong = 'not this one at all';
    await attempt(known.email, wrong);
    const counts = new Set<number>();
    for (const email of [known.email, without.email, `${newId()}@example.com`]) {
      counts.add(
        await statementsOf(async () => expect(await attempt(email, wrong)).toEqual({ outcome: 'refused' })),
      );
    }
    expect(counts.size).toBe(1);
    expect([...counts][0]).toBeGreaterThan(2);
    const refused = await eventsOf('customer.sign_in_refused');
    expect(refused.slice(-3)).toEqual([
      { submissionId: known.submissionId, actorKind: 'system', data: { cause: 'password' } },
      { submissionId: without.submissionId, actorKind: 'system', data: { cause: 'notSet' } },
      { submissionId: null, actorKind: 'system', data: { cause: 'unknown' } },
    ]);
    expect(JSON.stringify(await kit.db().select().from(auditEvents))).not.toMatch(/example\.com|kettles/);
  });

  it.each([['a known'], ['an unknown']])('pauses %s address after five failures', async (which) => {
    const { email } = which === 'a known' ? await settled() : { email: `${newId()}@example.com` };
    for (let n = 1; n <= ACCOUNT_RULE.allowed; n += 1) {
      expect(await attempt(email, 'not this one')).toEqual({ outcome: 'refused' });
    }
    expect(await attempt(email, PASSWORD, after(29))).toEqual({ outcome: 'paused', until: after(30) });
    expect((await attempt(email, PASSWORD, after(30))).outcome).toBe(
      which === 'a known' ? 'signed-in' : 'refused',
    );
  });

  it('looks at no more than five of thirty guesses made at once', async () => {
    const { email } = await settled();
    const results = await Promise.all(Array.from({ length: 30 }, () => attempt(email, 'not this one')));
    expect(results.filter(({ outcome }) => outcome === 'refused')).toHaveLength(ACCOUNT_RULE.allowed);
  });

  it("counts by itself: a pause at the portal's door is none at the staff's, nor for links", async () => {
    const { email } = await settled();
    for (let n = 1; n <= ACCOUNT_RULE.allowed; n += 1) await attempt(email, 'not this one');
    expect(await attempt(email)).toMatchObject({ outcome: 'paused' });
    expect(await countLinkWish(kit.db(), wish(email), start)).toBeUndefined();
  });

  it('mails a link for an hour to a known address, to an unknown one nothing, and counts both by the same statements', async () => {
    const known = await settled();
    const unknown = `${newId()}@example.com`;
    const before = await kit.db().$count(mails);
    const counts = [];
    for (const email of [known.email, unknown]) {
      counts.push(
        await statementsOf(async () =>
          expect(await countLinkWish(kit.db(), wish(email), start)).toBeUndefined(),
        ),
      );
    }
    expect(counts[0]).toBe(counts[1]);
    expect(await kit.db().$count(mails)).toBe(before);
    await grantLink(kit.db(), wish(unknown), start);
    expect(await kit.db().$count(mails)).toBe(before);
    await grantLink(kit.db(), wish(known.email.toUpperCase()), start);
    const mail = await newestMail(known.submissionId);
    expect(mail).toMatchObject({ kind: 'password_link' });
    const token = await tokenIn(mail);
    expect(await peekLink(kit.db(), token, ['customer_password'], after(3599))).toMatchObject({
      state: 'open',
    });
    expect(await peekLink(kit.db(), token, ['customer_password'], after(3600))).toEqual({ state: 'over' });
  });

  it('leaves sessions and the password alone when somebody asks for a link, and ends both with the new password', async () => {
    const { email, session } = await settled();
    const token = await sealPortalSession(session, start);
    await grantLink(kit.db(), wish(email), start);
    expect(await sessionOf(token)).not.toBeNull();
    expect(await attempt(email)).toMatchObject({ outcome: 'signed-in' });
    const { submissionId } = session;
    const link = await tokenIn(await newestMail(submissionId));
    const set = await acceptPassword(
      kit.db(),
      { token: link, password: 'seven blue lanterns 40' },
      newId(),
      start,
    );
    expect(await sessionOf(token)).toBeNull();
    expect(await sessionOf(await sealPortalSession(set.session, start))).not.toBeNull();
    expect(await attempt(email)).toEqual({ outcome: 'refused' });
  });

  it('sends an address no more than three links before a pause', async () => {
    const email = `${newId()}@example.com`;
    for (let n = 1; n <= LINK_ACCOUNT_RULE.allowed; n += 1) {
      expect(await countLinkWish(kit.db(), wish(email), start)).toBeUndefined();
    }
    expect(await countLinkWish(kit.db(), wish(email), start)).toEqual(after(LINK_ACCOUNT_RULE.firstSeconds));
  });

  it('leaves one open link of several asked for at once', async () => {
    const { email, submissionId } = await settled();
    await Promise.all(Array.from({ length: 6 }, () => grantLink(kit.db(), wish(email), start)));
    const links = await kit
      .db()
      .select()
      .from(oneTimeLinks)
      .where(and(eq(oneTimeLinks.subjectId, submissionId), eq(oneTimeLinks.purpose, 'customer_password')));
    expect(links.filter(({ usedAt }) => usedAt === null)).toHaveLength(1);
  });

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

  it('notes when somebody signed in, and by whom', async () => {
    const { email, submissionId } = await settled();
    await attempt(email, PASSWORD, after(10));
    const [row] = await kit
      .db()
      .select()
      .from(customerCredentials)
      .where(inArray(customerCredentials.submissionId, [submissionId]));
    expect(row?.lastSignInAt).toEqual(after(10));
    expect((await eventsOf('customer.signed_in')).at(-1)).toEqual({
      submissionId,
      actorKind: 'customer',
      data: {},
    });
  });
});
