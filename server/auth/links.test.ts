import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { newId } from '@/lib/new-id';
import { oneTimeLinks } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { inTransaction } from '../db/transaction';
import { consumeLink, type LinkTarget, makeLink, peekLink } from './links';

const start = new Date('2026-03-01T08:00:00Z');
const minute = (n: number) => new Date(start.getTime() + n * 60_000);
const target = (): LinkTarget => ({
  tenantId: 'demo-tenant',
  purpose: 'customer_password',
  subjectId: newId(),
});

describeOnEachDatabase('a one-time link', (kit) => {
  const make = (to: LinkTarget, minutes = 60) =>
    inTransaction(kit.db(), (tx) => makeLink(tx, { ...to, minutes }, start));
  const take = (token: string, at = start, purpose = target().purpose) =>
    inTransaction(kit.db(), (tx) => consumeLink(tx, token, purpose, at));
  const peek = (token: string, at = start) => peekLink(kit.db(), token, ['customer_password'], at);

  it('carries 32 random bytes in the fragment, of which only the SHA-256 is stored', async () => {
    const { token, url } = await make(target());
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(new URL(url).hash).toBe(`#${token}`);
    expect(new URL(url).pathname).toBe('/set-password');
    const rows = await kit.db().select().from(oneTimeLinks);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.at(-1)?.tokenHash).toBe(createHash('sha256').update(token).digest('hex'));
  });

  it('is given to exactly one of fifty callers at once', async () => {
    const to = target();
    const { token } = await make(to);
    const taken = await Promise.all(Array.from({ length: 50 }, () => take(token)));
    expect(taken.filter((link) => link !== undefined)).toMatchObject([to]);
  });

  it('may be looked at any number of times, and is open until it is used', async () => {
    const { token } = await make(target());
    await peek(token);
    expect(await peek(token)).toMatchObject({ state: 'open' });
    expect(await take(token)).toBeDefined();
    expect(await peek(token)).toEqual({ state: 'over' });
    expect(await take(token)).toBeUndefined();
  });

  it('is over at its very minute, and when a later one is made for the same target', async () => {
    const to = target();
    const { token } = await make(to, 60);
    expect(await peek(token, minute(59))).toMatchObject({ state: 'open' });
    expect(await peek(token, minute(60))).toEqual({ state: 'over' });
    expect(await take(token, minute(60))).toBeUndefined();
    const later = await make(to);
    const others = await make(target());
    expect(await peek(token)).toEqual({ state: 'over' });
    expect(await peek(later.token)).toMatchObject({ state: 'open' });
    expect(await peek(others.token)).toMatchObject({ state: 'open' });
  });

  it('opens nothing but what it was made for', async () => {
    const { token } = await make(target());
    expect(await take(token, start, 'staff_invitation')).toBeUndefined();
    expect(await peekLink(kit.db(), token, ['first_admin', 'staff_invitation'], start)).toEqual({
      state: 'unknown',
    });
    expect(await peek(`${token}x`)).toEqual({ state: 'unknown' });
  });

  it('stays open when the change it was used for fails', async () => {
    const { token } = await make(target());
    const failing = inTransaction(kit.db(), async (tx) => {
      await consumeLink(tx, token, 'customer_password', start);
      throw new Error('the change fails');
    });
    await expect(failing).rejects.toThrow('the change fails');
    expect(await peek(token)).toMatchObject({ state: 'open' });
  });
});
