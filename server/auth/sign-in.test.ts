import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { newId } from '@/lib/new-id';
import { auditEvents, signInAttempts, staffUsers } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { ACCOUNT_RULE, pausedAccounts } from './attempts';
import { hashPassword } from './passwords';
import { findSession } from './session';
import { sealSession } from './session-token';
import { signIn } from './sign-in';

const TENANT = 'demo-tenant';
const PASSWORD = 'three green kettles 81';
const start = new Date('2026-03-01T08:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

describeOnEachDatabase('signing in', (kit) => {
  let email: string;
  let userId: string;

  beforeEach(async () => {
    userId = newId();
    email = `${userId}@example.com`;
    await kit
      .db()
      .insert(staffUsers)
      .values({
        id: userId,
        tenantId: TENANT,
        email,
        emailKey: email,
        name: 'Nadia Khoury',
        role: 'admin',
        passwordHash: await hashPassword(PASSWORD),
        createdAt: start,
      });
  });

  const attempt = (over: { email?: string; password?: string; address?: string } = {}, at = start) =>
    signIn(
      kit.db(),
      { tenantId: TENANT, email, password: PASSWORD, address: newId(), requestId: newId(), ...over },
      at,
    );
  const wrong = { password: 'not this one' };

  it('gives a session for the right password, whatever the case of the address', async () => {
    const result = await attempt({ email: email.toUpperCase() });
    expect(result).toMatchObject({ outcome: 'signed-in', session: { userId, sessionVersion: 1 } });
  });

  it('answers a wrong password, an unknown address, a disabled and an uninvited account alike', async () => {
    expect(await attempt(wrong)).toEqual({ outcome: 'refused' });
    expect(await attempt({ email: 'nobody@example.com' })).toEqual({ outcome: 'refused' });
    await kit.db().update(staffUsers).set({ isActive: false }).where(eq(staffUsers.id, userId));
    expect(await attempt()).toEqual({ outcome: 'refused' });
    await kit
      .db()
      .update(staffUsers)
      .set({ isActive: true, passwordHash: null })
      .where(eq(staffUsers.id, userId));
    expect(await attempt()).toEqual({ outcome: 'refused' });
  });

  it.each([['a known'], ['an unknown']])(
    'pauses %s address after five failures, each time longer',
    async (which) => {
      const target = which === 'a known' ? email : `${newId()}@example.com`;
      const fail = (at: Date) => attempt({ email: target, ...wrong }, at);
      for (let n = 1; n <= ACCOUNT_RULE.allowed; n += 1)
        expect(await fail(start)).toEqual({ outcome: 'refused' });
      expect(await fail(after(29))).toEqual({ outcome: 'paused', until: after(30) });
      expect(await fail(after(30))).toEqual({ outcome: 'refused' });
      expect(await fail(after(89))).toEqual({ outcome: 'paused', until: after(90) });
      expect(await fail(after(90))).toEqual({ outcome: 'refused' });
      expect(await fail(after(209))).toEqual({ outcome: 'paused', until: after(210) });
    },
  );

  it('never pauses for longer than an hour, and forgets after a quiet day', async () => {
    await attempt(wrong);
    await kit.db().update(signInAttempts).set({ failures: 1000, pausedUntil: start });
    await attempt(wrong, after(1));
    const paused = await pausedAccounts(kit.db(), TENANT, [email], after(2));
    expect(paused.get(email)).toEqual(after(1 + 3600));
    expect(await attempt(wrong, after(3602 + 86_400))).toEqual({ outcome: 'refused' });
    expect(await pausedAccounts(kit.db(), TENANT, [email], after(3602 + 86_400))).toEqual(new Map());
  });

  it('refuses the right password during a pause, and forgets failures when it is given in time', async () => {
    for (let n = 1; n < ACCOUNT_RULE.allowed; n += 1) await attempt(wrong);
    expect(await attempt()).toMatchObject({ outcome: 'signed-in' });
    for (let n = 1; n <= ACCOUNT_RULE.allowed; n += 1) {
      expect(await attempt(wrong)).toEqual({ outcome: 'refused' });
    }
    expect(await attempt({}, after(1))).toMatchObject({ outcome: 'paused' });
  });

  it('looks at no more than five of fifty guesses made at once', async () => {
    const results = await Promise.all(Array.from({ length: 50 }, () => attempt(wrong)));
    expect(results.filter(({ outcome }) => outcome === 'refused')).toHaveLength(ACCOUNT_RULE.allowed);
    expect(results.filter(({ outcome }) => outcome === 'paused')).toHaveLength(45);
  });

  it('pauses a network address that tries many accounts', async () => {
    const address = newId();
    const guess = () => attempt({ email: `${newId()}@example.com`, address, ...wrong });
    for (let n = 1; n <= 50; n += 1) expect(await guess()).toEqual({ outcome: 'refused' });
    expect(await guess()).toMatchObject({ outcome: 'paused' });
    expect(await attempt()).toMatchObject({ outcome: 'signed-in' });
  });

  it('puts every attempt on record without the typed address or password', async () => {
    await kit.db().delete(signInAttempts);
    await attempt({ email: 'someone.else@example.com', ...wrong });
    await attempt(wrong);
    await attempt();
    const events = await kit.db().select().from(auditEvents);
    const mine = events.slice(-3).map(({ type, data, actorKind }) => ({ type, data, actorKind }));
    expect(mine).toEqual(
      expect.arrayContaining([
        {
          type: 'staff.sign_in_refused',
          actorKind: 'system',
          data: { userId: null, cause: 'unknown' },
        },
        { type: 'staff.sign_in_refused', actorKind: 'system', data: { userId, cause: 'password' } },
        { type: 'staff.signed_in', actorKind: 'staff', data: { userId } },
      ]),
    );
    expect(JSON.stringify(events)).not.toMatch(/example\.com|kettles|not this one/);
  });

  it('ends a session when the user is disabled or gets another password, and takes no forged token', async () => {
    const session = await sealSession({ userId, sessionVersion: 1 });
    expect(await findSession(kit.db(), session)).toMatchObject({ user: { id: userId, role: 'admin' } });
    // Another sign well inside the seal, whatever stood there.
    const forged = `${session.slice(0, -10)}${session.at(-10) === 'A' ? 'B' : 'A'}${session.slice(-9)}`;
    expect(await findSession(kit.db(), forged)).toBeNull();
    expect(await findSession(kit.db(), 'no token')).toBeNull();
    await kit.db().update(staffUsers).set({ isActive: false }).where(eq(staffUsers.id, userId));
    expect(await findSession(kit.db(), session)).toBeNull();
    await kit
      .db()
      .update(staffUsers)
      .set({ isActive: true, sessionVersion: 2 })
      .where(eq(staffUsers.id, userId));
    expect(await findSession(kit.db(), session)).toBeNull();
    const later = await sealSession({ userId, sessionVersion: 2 });
    expect(await findSession(kit.db(), later)).not.toBeNull();
  });
});
