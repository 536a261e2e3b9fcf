import 'server-only';
import { z } from 'zod';
import type { StaffPage } from '@/lib/auth/staff-list';
import { KycError } from '@/lib/kyc/contract/errors';
import { type DbOrTx, database } from '../../db/client';
import { listStaff, type StaffMember, type StaffPlace } from '../../db/queries/staff';
import { pausedAccounts } from '../attempts';
import type { StaffSession } from '../session';

const PAGE_SIZE = 25;

/** {@link staffPage} for a signed-in person, from the process's database and as of now. */
export async function readStaffPage(session: StaffSession, cursor: string | null): Promise<StaffPage> {
  return staffPage((await database()).db, session.tenantId, cursor, new Date());
}

/** A page of the tenant's users by name, from behind `cursor` on. A cursor that is none of ours is a 400. */
export async function staffPage(
  db: DbOrTx,
  tenantId: string,
  cursor: string | null,
  at: Date,
): Promise<StaffPage> {
  const after = cursor ? openCursor(cursor) : undefined;
  const rows = await listStaff(db, tenantId, { limit: PAGE_SIZE + 1, after });
  const shown = rows.slice(0, PAGE_SIZE);
  const emails = shown.map(({ email }) => email);
  const paused = await pausedAccounts(db, tenantId, emails, at);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return {
    users: shown.map((user) => ({
      id: user.id,
      name: user.name,
      email: user.email,
      role: user.role,
      employeeId: user.employeeId,
      state: stateOf(user),
      lastSignInAt: user.lastSignInAt?.toISOString() ?? null,
      invitedAt: user.createdAt.toISOString(),
      pausedUntil: paused.get(user.email)?.toISOString() ?? null,
    })),
    next: last ? sealCursor(last) : null,
  };
}

function stateOf({ isActive, hasPassword }: StaffMember) {
  if (!isActive) return 'disabled';
  return hasPassword ? 'active' : 'invited';
}

const place = z.tuple([z.string(), z.string()]);

function sealCursor({ name, id }: StaffPlace): string {
  return Buffer.from(JSON.stringify([name, id])).toString('base64url');
}

function openCursor(cursor: string): StaffPlace {
  try {
    const [name, id] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { name, id };
  } catch {
    throw new KycError(400, { message: 'This page of the list does not exist. Start from the first one.' });
  }
}
