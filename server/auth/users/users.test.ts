import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Role } from '@/lib/auth/permissions';
import { KycError } from '@/lib/kyc/contract/errors';
import { newId } from '@/lib/new-id';
import { auditEvents, mails, oneTimeLinks, staffUsers } from '../../db/schema';
import { describeOnEachDatabase } from '../../db/testing';
import { inTransaction } from '../../db/transaction';
import { makeFirstAdmin, makeFirstAdminLink } from '../first-admin';
import type { StaffCall } from '../kyc-call';
import { makeLink, peekLink } from '../links';
import { verifyPassword } from '../passwords';
import { acceptInvitation, viewInvitation } from './accept';
import { changeStaff, disableStaff, enableStaff } from './change';
import { inviteStaff, resendInvitation } from './invite';
import { staffPage } from './list';

const at = new Date('2026-03-01T08:00:00Z');
const STRONG = 'seven copper lanterns adrift';

describeOnEachDatabase('managing users', (kit) => {
  let tenantId: string;
  let admin: StaffCall;
  beforeEach(async () => {
    tenantId = newId();
    admin = asCaller(await addUser('admin'));
  });

  const asCaller = (id: string): StaffCall => ({
    tenantId,
    requestId: newId(),
    actor: { kind: 'staff', id, name: 'Priya Raman' },
  });
  async function addUser(role: Role, over: Partial<typeof staffUsers.$inferInsert> = {}): Promise<string> {
    const id = newId();
    const email = `${id}@example.com`;
    const user = { id, tenantId, email, emailKey: email, name: 'Somebody', role, createdAt: at };
    await kit
      .db()
      .insert(staffUsers)
      .values({ ...user, passwordHash: 'a hash', ...over });
    return id;
  }
  const read = async (id: string) =>
    (await kit.db().select().from(staffUsers).where(eq(staffUsers.id, id)))[0];
  const eventTypes = async () =>
    (await kit.db().select().from(auditEvents).where(eq(auditEvents.tenantId, tenantId))).map(
      ({ type }) => type,
    );
  const invitation = {
    email: 'New@Example.com',
    name: 'Lina Aziz',
    role: 'admin',
    employeeId: null,
  } as const;
  const linkFor = (userId: string) =>
    inTransaction(kit.db(), (tx) =>
      makeLink(tx, { tenantId, purpose: 'staff_invitation', subjectId: userId, minutes: 5 }, at),
    );
  const refused = (code: number) => expect.objectContaining({ name: 'KycError', code });

  it('invites by a mail queued with the user, and takes an address once, whatever its case', async () => {
    const { userId } = await inviteStaff(kit.db(), admin, invitation, at);
    expect(await read(userId)).toMatchObject({ passwordHash: null, role: 'admin', isActive: true });
    const queued = await kit.db().select().from(mails).where(eq(mails.tenantId, tenantId));
    expect(queued).toMatchObject([{ kind: 'staff_invitation', recipient: 'New@Example.com' }]);
    expect(await eventTypes()).toEqual(expect.arrayContaining(['staff.invited', 'mail.queued']));
    const again = inviteStaff(kit.db(), admin, { ...invitation, email: 'new@example.COM' }, at);
    await expect(again).rejects.toEqual(refused(409));
  });

  it('ends the earlier invitation when it is sent again, and is the way to a new password once it was accepted', async () => {
    const { userId } = await inviteStaff(kit.db(), admin, invitation, at);
    const { token } = await linkFor(userId);
    await resendInvitation(kit.db(), admin, { userId }, at);
    expect(await viewInvitation(kit.db(), token, at)).toEqual({ state: 'over' });
    const forgetful = await addUser('admin');
    await resendInvitation(kit.db(), admin, { userId: forgetful }, at);
    const { token: anew } = await linkFor(forgetful);
    await acceptInvitation(kit.db(), { token: anew, name: 'Lina Aziz', password: STRONG }, newId(), at);
    expect(await verifyPassword((await read(forgetful))?.passwordHash, STRONG)).toBe(true);
  });

  it('accepts an invitation once, with a password that is not guessed easily', async () => {
    const { userId } = await inviteStaff(kit.db(), admin, invitation, at);
    const { token } = await linkFor(userId);
    const accept = (password: string) =>
      acceptInvitation(kit.db(), { token, name: 'Lina Aziz', password }, newId(), at);
    await expect(accept('password123456')).rejects.toEqual(refused(400));
    await expect(accept('linaaziz linaaziz')).rejects.toEqual(refused(400));
    expect(await accept(STRONG)).toEqual({ email: 'New@Example.com' });
    expect(await verifyPassword((await read(userId))?.passwordHash, STRONG)).toBe(true);
    expect((await read(userId))?.sessionVersion).toBe(2);
    await expect(accept(STRONG)).rejects.toEqual(refused(404));
  });

  it('changes role and employee with what was and what is on record', async () => {
    const userId = await addUser('relationship_manager', { employeeId: 'e-1' });
    await changeStaff(kit.db(), admin, { userId, role: 'compliance_officer', employeeId: null }, at);
    expect(await read(userId)).toMatchObject({ role: 'compliance_officer', employeeId: null });
    const [event] = await kit
      .db()
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.tenantId, tenantId), eq(auditEvents.type, 'staff.changed')));
    expect(event?.data).toEqual({
      userId,
      from: { role: 'relationship_manager', employeeId: 'e-1' },
      to: { role: 'compliance_officer', employeeId: null },
    });
  });

  it('cuts a disabled user off: sessions, and an open invitation', async () => {
    const { userId } = await inviteStaff(kit.db(), admin, invitation, at);
    const { token } = await linkFor(userId);
    await disableStaff(kit.db(), admin, { userId }, at);
    expect(await read(userId)).toMatchObject({ isActive: false, sessionVersion: 2 });
    expect(await peekLink(kit.db(), token, ['staff_invitation'], at)).toEqual({ state: 'over' });
    await enableStaff(kit.db(), admin, { userId }, at);
    expect(await read(userId)).toMatchObject({ isActive: true, sessionVersion: 3 });
    expect(await eventTypes()).toEqual(expect.arrayContaining(['staff.disabled', 'staff.enabled']));
  });

  it('lets nobody disable or demote themselves, and nothing happen to a foreign user', async () => {
    const own = admin.actor.id;
    await addUser('admin');
    await expect(disableStaff(kit.db(), admin, { userId: own }, at)).rejects.toEqual(refused(409));
    const demotion = { userId: own, role: 'relationship_manager', employeeId: null } as const;
    await expect(changeStaff(kit.db(), admin, demotion, at)).rejects.toEqual(refused(409));
    const foreign = await addUser('admin', { tenantId: 'another tenant' });
    await expect(disableStaff(kit.db(), admin, { userId: foreign }, at)).rejects.toEqual(refused(404));
    expect(await read(foreign)).toMatchObject({ isActive: true });
  });

  it('keeps an admin who can sign in, even when two admins disable each other at once', async () => {
    const other = asCaller(await addUser('admin'));
    await addUser('admin', { passwordHash: null });
    const results = await Promise.allSettled([
      disableStaff(kit.db(), admin, { userId: other.actor.id }, at),
      disableStaff(kit.db(), other, { userId: admin.actor.id }, at),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = results[0]?.status === 'fulfilled' ? admin : other;
    expect(await read(left.actor.id)).toMatchObject({ isActive: true });
    const outsider = asCaller(newId());
    const last = { userId: left.actor.id, role: 'compliance_officer', employeeId: null } as const;
    await expect(changeStaff(kit.db(), outsider, last, at)).rejects.toEqual(refused(409));
  });

  it('lists every user once, page after page, by name', async () => {
    for (let n = 0; n < 60; n += 1) await addUser('compliance_officer', { name: `User ${n % 7}` });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await staffPage(kit.db(), tenantId, cursor, at);
      seen.push(...page.users.map(({ id }) => id));
      expect(JSON.stringify(page)).not.toContain('a hash');
      cursor = page.next;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(61);
    expect(seen).toHaveLength(61);
    await expect(staffPage(kit.db(), tenantId, 'no cursor', at)).rejects.toEqual(refused(400));
  });

  it('makes the first admin by one link, and none once there is an admin', async () => {
    tenantId = newId();
    const first = await makeFirstAdminLink(kit.db(), tenantId, at);
    const second = await makeFirstAdminLink(kit.db(), tenantId, at);
    const tokenOf = (url: string | undefined) => new URL(url ?? '').hash.slice(1);
    expect(await viewInvitation(kit.db(), tokenOf(first), at)).toEqual({ state: 'over' });
    const token = tokenOf(second);
    expect(await viewInvitation(kit.db(), token, at)).toEqual({ state: 'open', purpose: 'first_admin' });
    const input = { token, email: 'first@example.com', name: 'First Admin', password: STRONG };
    await makeFirstAdmin(kit.db(), input, newId(), at);
    await expect(makeFirstAdmin(kit.db(), input, newId(), at)).rejects.toBeInstanceOf(KycError);
    expect(await makeFirstAdminLink(kit.db(), tenantId, at)).toBeUndefined();
    const links = await kit.db().select().from(oneTimeLinks).where(eq(oneTimeLinks.tenantId, tenantId));
    expect(links).toHaveLength(2);
  });
});
