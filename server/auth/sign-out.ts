import 'server-only';
import { newId } from '@/lib/new-id';
import { record } from '../audit/record';
import { database } from '../db/client';
import { findStaffBySession } from '../db/queries/staff';
import { inTransaction } from '../db/transaction';
import { env } from '../env';
import type { SessionClaims } from './session-token';

/** Puts on record that somebody signed out; a session that was over already leaves nothing to tell. */
export async function signOut({ userId, sessionVersion }: Partial<SessionClaims>): Promise<void> {
  if (userId === undefined || sessionVersion === undefined) return;
  const { tenantId } = env();
  await inTransaction((await database()).db, async (tx) => {
    const user = await findStaffBySession(tx, tenantId, userId, sessionVersion);
    if (!user) return;
    await record(
      tx,
      {
        tenantId,
        actor: { kind: 'staff', id: user.id, name: user.name },
        requestId: newId(),
        at: new Date(),
        id: newId(),
      },
      { type: 'staff.signed_out', submissionId: null, data: { userId } },
    );
  });
}
