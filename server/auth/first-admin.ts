import 'server-only';
import type { z } from 'zod';
import type { firstAdminInput } from '@/lib/auth/staff-input';
import type { Actor } from '@/lib/kyc/api';
import { emailKey } from '@/lib/kyc/contract/text';
import { newId } from '@/lib/new-id';
import type { AuditEvent } from '../audit/events';
import { recordAll } from '../audit/record';
import { type Database, database } from '../db/client';
import { hasAdmin, insertStaff } from '../db/queries/staff';
import { inTransaction } from '../db/transaction';
import { env } from '../env';
import { linkOver } from './link-over';
import { consumeLink, makeLink, peekLink } from './links';
import { hashPassword, requireStrongPassword } from './passwords';
import { asTakenAddress } from './users/taken-address';

/** How long the link that a start prints may be used. A later start prints another one. */
const FIRST_ADMIN_MINUTES = 24 * 60;

/**
 * The address at which the first admin is made, for the operator's terminal and for nowhere else; undefined in demo mode
 * and as soon as there is an admin who can sign in. Each call makes a new link and ends the one before.
 */
export async function firstAdminLink(): Promise<string | undefined> {
  const { mode, tenantId } = env();
  return mode === 'demo' ? undefined : makeFirstAdminLink((await database()).db, tenantId, new Date());
}

/** {@link firstAdminLink} of a given tenant. */
export async function makeFirstAdminLink(
  db: Database,
  tenantId: string,
  at: Date,
): Promise<string | undefined> {
  return inTransaction(db, async (tx) => {
    if (await hasAdmin(tx, tenantId)) return undefined;
    const target = { tenantId, purpose: 'first_admin', subjectId: '' } as const;
    return (await makeLink(tx, { ...target, minutes: FIRST_ADMIN_MINUTES }, at)).url;
  });
}

/** Makes the first admin, once for each link, and only where there is none. */
export async function makeFirstAdmin(
  db: Database,
  { token, email, name, password }: z.output<typeof firstAdminInput>,
  requestId: string,
  at: Date,
): Promise<{ email: string }> {
  if ((await peekLink(db, token, ['first_admin'], at)).state !== 'open') throw linkOver();
  await requireStrongPassword(password, [email, name]);
  const passwordHash = await hashPassword(password);
  const id = newId();
  await inTransaction(db, async (tx) => {
    const link = await consumeLink(tx, token, 'first_admin', at);
    if (!link || (await hasAdmin(tx, link.tenantId))) throw linkOver();
    const { tenantId } = link;
    const user = { id, tenantId, email, emailKey: emailKey(email), name, passwordHash, createdAt: at };
    await insertStaff(tx, { ...user, role: 'admin', employeeId: null });
    const actor: Actor = { kind: 'system', id: 'first-admin' };
    await recordAll(tx, { tenantId, actor, requestId, at }, newId, firstAdminEvents(id));
  }).catch(asTakenAddress);
  return { email };
}

function firstAdminEvents(userId: string): AuditEvent[] {
  return [
    { type: 'staff.invited', submissionId: null, data: { userId, role: 'admin', employeeId: null } },
    { type: 'staff.password_set', submissionId: null, data: { userId } },
  ];
}
