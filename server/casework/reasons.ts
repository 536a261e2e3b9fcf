import 'server-only';
import type { ReasonLine } from '@/lib/kyc/cases';
import { badField, KycError } from '@/lib/kyc/contract/errors';
import type { ReasonPurpose } from '@/lib/kyc/decisions';
import { newId } from '@/lib/new-id';
import { record } from '../audit/record';

import type { Database, DbOrTx } from '../db/client';
import { insertReasons, reasonExists, reasonsOf, setReasonActive } from '../db/queries/reasons';
import { inTransaction } from '../db/transaction';
import type { StaffCall } from './requests';

/** The library of reasons, those in use first. */
export async function readReasons(db: DbOrTx, tenantId: string): Promise<ReasonLine[]> {
  const rows = await reasonsOf(db, tenantId);
  return rows.map(({ id, purpose, words, isActive }) => ({ id, purpose, words, isActive }));
}

/** Adds a reason; a 400 where the purpose has one in these words, retired or not. */
export async function addReason(
  db: Database,
  call: StaffCall,
  { purpose, words }: { purpose: ReasonPurpose; words: string },
  at: Date,
): Promise<{ reasonId: string }> {
  const { tenantId } = call;
  return inTransaction(db, async (tx) => {
    const row = { id: newId(), tenantId, purpose, words, isActive: true, createdAt: at };
    const [added] = await insertReasons(tx, [row]);
    if (added === undefined) throw badField('words', 'are in the library already');
    const data = { reasonId: added.id, purpose };
    await record(tx, { ...call, at, id: newId() }, { type: 'reason.added', submissionId: null, data });
    return { reasonId: added.id };
  });
}

/** Retires a reason, so that nobody chooses it any more, or restores it. What it was chosen for keeps its words. 404 for none. */
export async function setReason(
  db: Database,
  call: StaffCall,
  { reasonId, isActive }: { reasonId: string; isActive: boolean },
  at: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const set = await setReasonActive(tx, call.tenantId, reasonId, isActive);
    if (set === undefined) {
      if (await reasonExists(tx, call.tenantId, reasonId)) return;
      throw new KycError(404);
    }
    const type = isActive ? 'reason.restored' : 'reason.retired';
    const data = { reasonId, purpose: set.purpose };
    await record(tx, { ...call, at, id: newId() }, { type, submissionId: null, data });
  });
}
