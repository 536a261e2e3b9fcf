import { and, eq } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { newId } from '@/lib/new-id';
import { auditEvents, customerCredentials, mails, oneTimeLinks } from '../../db/schema';
import { describeOnEachDatabase } from '../../db/testing';
import { TENANT } from '../../kyc/embedded/fixtures.suite';
import { ACCOUNT_RULE, LINK_ACCOUNT_RULE } from '../attempts';
import { acceptPassword, viewPasswordLink } from '../customer-password';
import { peekLink } from '../links';
import { countLinkWish, grantLink } from './link';
import { after, PASSWORD, portalScene, start, tokenIn } from './portal.suite';
import { sealPortalSession } from './session-token';

describeOnEachDatabase("the portal's door", (kit) => {
  const { invited, settled, newestMail, attempt, eventsOf, sessionOf } = portalScene(kit);

  const wish = (email: string, address: string = newId()) => ({
    tenantId: TENANT,
    email,
    address,
    requestId: newId(),
  });

  /** How many statements a piece of work sends to the database. */
  async function statementsOf(work: () => Promise<unknown>): Promise<number> {
    const client = await kit.pool().connect();
    const sent = vi.spyOn(Object.getPrototypeOf(client) as typeof client, 'query');
    client.release();
    await work();
    const count = sent.mock.calls.length;
    sent.mockRestore();
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
    const token = tokenIn(mail);
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
    const link = tokenIn(await newestMail(submissionId));
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

  it('notes when somebody signed in, and by whom', async () => {
    const { email, submissionId } = await settled();
    await attempt(email, PASSWORD, after(10));
    const [row] = await kit
      .db()
      .select()
      .from(customerCredentials)
      .where(eq(customerCredentials.submissionId, submissionId));
    expect(row?.lastSignInAt).toEqual(after(10));
    const noted = (await eventsOf('customer.signed_in')).filter(
      (event) => event.submissionId === submissionId,
    );
    expect(noted).toEqual(Array(2).fill({ submissionId, actorKind: 'customer', data: {} }));
  });
});
