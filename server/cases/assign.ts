import { record, recordAll } from '../audit/record';
import type { Tx } from '../db/client';
import { freeCasesOf, takeFreeCase } from '../db/queries/cases';
import type { Settling } from './settle';

/** Gives a case that nobody has to who acts on it first, on record. */
export async function takeCase(tx: Tx, { call, at, newId }: Settling, submissionId: string): Promise<void> {
  const { tenantId, actor } = call;
  if (!(await takeFreeCase(tx, { tenantId, submissionId }, actor.id, at))) return;
  const data = { from: null, to: actor.id };
  await record(tx, { ...call, at, id: newId() }, { type: 'case.assigned', submissionId, data });
}

/** Gives all cases of a person back to the queue, on record: who can no longer sign in decides nothing. */
export async function freeCases(tx: Tx, { call, at, newId }: Settling, staffId: string): Promise<void> {
  const freed = await freeCasesOf(tx, call.tenantId, staffId);
  const data = { from: staffId, to: null };
  await recordAll(
    tx,
    { ...call, at },
    newId,
    freed.map((submissionId) => ({ type: 'case.assigned', submissionId, data })),
  );
}
