import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { EXPIRY_WARNINGS } from '@/lib/kyc/requests';
import { newId } from '@/lib/new-id';
import { documents, mails } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { vaultKit } from '../kyc/vault.suite';
import { warnOfExpiry } from './expiry-warnings';
import { Room } from './room.suite';

const DAY = 86_400_000;

describeOnEachDatabase('warnings before a document expires', (kit) => {
  const { vault } = vaultKit();
  const room = new Room(kit, vault);
  let mine: Awaited<ReturnType<Room['customer']>>;
  let begin: number;
  beforeEach(async () => {
    await kit.db().update(documents).set({ deletedAt: new Date() });
    mine = await room.customer('Approved');
    begin = Date.parse(room.capture.now.toISOString().slice(0, 10)) + 10 * 60 * 60_000;
  });

  const dayIn = (days: number) => new Date(begin + days * DAY).toISOString().slice(0, 10);
  const run = (days: number, signal = new AbortController().signal) =>
    warnOfExpiry({
      db: kit.db(),
      origin: 'https://kyc.example',
      clock: () => new Date(begin + days * DAY),
      newId,
      signal,
    });
  const warnings = async ({ submissionId } = mine) =>
    (await room.events(submissionId, 'document.expiring')).map(({ data }) => data.daysAhead);
  const mailed = async ({ submissionId } = mine) =>
    (await kit.db().select().from(mails).where(eq(mails.submissionId, submissionId))).filter(
      ({ kind }) => kind === 'document_expiring',
    ).length;
  const expiring = (days: number, documentTypeId = 'Passport', customer = mine) =>
    room.upload(customer.submissionId, { documentTypeId, expiryDate: dayIn(days) });

  test('come 90, 60, 30 and 7 days ahead, once each, and the customer is written to at the last two', async () => {
    await expiring(100);
    const seen: Record<number, unknown> = {};
    for (const left of [91, 90, 89, 60, 59, 30, 29, 7, 6, 0, -1]) {
      await run(100 - left);
      seen[left] = [(await warnings()).length, await mailed()];
    }
    expect(seen).toEqual({
      91: [0, 0],
      90: [1, 0],
      89: [1, 0],
      60: [2, 0],
      59: [2, 0],
      30: [3, 1],
      29: [3, 1],
      7: [4, 2],
      6: [4, 2],
      0: [4, 2],
      [-1]: [4, 2],
    });
    expect(await warnings()).toEqual([...EXPIRY_WARNINGS]);
  });

  test('a day that was missed is made up for by the nearest warning alone', async () => {
    await expiring(100);
    await run(95);
    expect(await warnings()).toEqual([7]);
  });

  test('only what counts is warned of: no earlier version, nothing deleted, nothing without a date', async () => {
    await expiring(20);
    await room.upload(mine.submissionId, { documentTypeId: 'Passport' });
    const doomed = await expiring(20, 'W9');
    await room.upload(mine.submissionId, { documentTypeId: 'Other' });
    await kit.db().update(documents).set({ deletedAt: new Date() }).where(eq(documents.id, doomed));
    expect(await run(0)).toBe(0);
  });

  test('one mail a customer and day tells of all documents; what is new that day waits for the next', async () => {
    await expiring(20, 'Passport');
    await expiring(5, 'W9');
    expect(await run(0)).toBe(2);
    await expiring(6, 'Other');
    await run(0);
    expect(await mailed()).toBe(1);
    await run(1);
    expect(await mailed()).toBe(2);
    expect((await warnings()).toSorted()).toEqual([30, 7, 7].toSorted());
  });

  test('runs at once, runs again and a run that was cut off leave each warning once', async () => {
    const customers = [mine, await room.customer('Approved'), await room.customer('Approved')];
    for (const customer of customers) {
      await expiring(30, 'Passport', customer);
      await expiring(7, 'W9', customer);
    }
    const cut = new AbortController();
    cut.abort();
    expect(await run(0, cut.signal)).toBe(0);
    const given = await Promise.all([run(0), run(0), run(0)]);
    expect(given.reduce((sum, count) => sum + count)).toBe(6);
    expect(await run(0)).toBe(0);
    for (const customer of customers) {
      expect(await mailed(customer)).toBe(1);
      expect((await warnings(customer)).toSorted()).toEqual([30, 7].toSorted());
    }
  });

  test('somebody turned away is not written to', async () => {
    const rejected = await room.customer('Rejected');
    const id = await room.capture.document(rejected.submissionId, 'Passport', { expiryDate: dayIn(5) });
    expect(id).not.toBe('');
    await run(0);
    expect([await warnings(rejected), await mailed(rejected)]).toEqual([[7], 0]);
  });
});
