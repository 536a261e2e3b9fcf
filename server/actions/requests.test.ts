import { afterEach, expect, it, vi } from 'vitest';
import type { Role } from '@/lib/auth/permissions';
import { newId } from '@/lib/new-id';
import { sealSession, sessionCookie } from '../auth/session-token';
import { officer, Room } from '../casework/room.suite';
import { staffUsers } from '../db/schema';
import { describeOnEachDatabase } from '../db/testing';
import { vaultKit } from '../kyc/vault.suite';
import { acceptCustomerDocument } from './documents';
import { askCustomerAgain, withdrawCustomerRequest } from './requests';

/** The cookies of the request that a test stands for. */
const jar = new Map<string, string>();
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}));

describeOnEachDatabase('asking again and accepting, as actions', (kit) => {
  const { vault } = vaultKit();
  const room = new Room(kit, vault);
  afterEach(() => jar.clear());

  async function signInAs(role: Role): Promise<void> {
    const id = newId();
    const email = `${id}@example.com`;
    await kit.db().insert(staffUsers).values({
      id,
      tenantId: officer.tenantId,
      email,
      emailKey: email,
      name: 'Ingrid',
      role,
      passwordHash: 'a hash',
      createdAt: new Date(),
    });
    jar.set(sessionCookie().name, await sealSession({ userId: id, sessionVersion: 1 }));
  }

  it('are for compliance alone, and an unknown customer is a 404 for it too', async () => {
    const { submissionId } = await room.customer();
    const documentId = await room.upload(submissionId);
    const ask = (to = submissionId) =>
      askCustomerAgain({ submissionId: to, subject: { documentId }, reason: 'other', words: 'Again' });
    const accept = (of = submissionId) => acceptCustomerDocument({ submissionId: of, documentId });
    const withdraw = (requestId: string) => withdrawCustomerRequest({ submissionId, requestId });

    const refused = async () =>
      (await Promise.all([ask(), accept(), withdraw('any')])).map((result) => !result.ok && result.code);
    expect(await refused()).toEqual([401, 401, 401]);
    for (const role of ['relationship_manager', 'admin'] as const) {
      await signInAs(role);
      expect(await refused()).toEqual([403, 403, 403]);
    }
    await signInAs('compliance_officer');
    expect(await ask(newId())).toMatchObject({ ok: false, code: 404 });
    expect(await accept(newId())).toMatchObject({ ok: false, code: 404 });
    const asked = await ask();
    if (!asked.ok) throw new Error(asked.messages.join());
    expect(await withdraw(asked.data.requestId)).toMatchObject({ ok: true });
    expect(await accept()).toMatchObject({ ok: true });
  });

  it('words that hold nothing, or what no mail may carry, are refused beside their field', async () => {
    await signInAs('compliance_officer');
    const { submissionId } = await room.customer();
    for (const words of ['  \n ', 'a\u0000b', 'x'.repeat(1_001)]) {
      const result = await askCustomerAgain({
        submissionId,
        subject: { fieldId: 'name' },
        reason: 'other',
        words,
      });
      expect(result).toMatchObject({ ok: false, code: 400, fields: [{ path: 'words' }] });
    }
  });
});
