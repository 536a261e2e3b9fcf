import { dayOf } from '@/lib/days';
import type { KycCall } from '@/lib/kyc/api';
import type { AuditEvent } from '../../audit/events';
import type { Tx } from '../../db/client';
import {
  type ExpiredPlace,
  expiredDocuments,
  holdExpired,
  noteExpired,
} from '../../db/queries/expired-documents';
import { inTransaction } from '../../db/transaction';
import { changeSubmission, holdSubmission } from './change';
import type { EngineParts } from './parts';
import { restsOnTheSame } from './reassess';

type Parts = Pick<EngineParts, 'db' | 'clock' | 'newId'> & { signal: AbortSignal };

/** Documents that are read at once. */
const BATCH = 200;

/** What occasions the assessment. */
const TRIGGER = 'document.expired';

/**
 * Assesses every customer anew of whose documents one has expired since the last assessment, whatever state the customer is in. One
 * transaction a customer, so that it may be killed at any point and run again; several instances share the work, each passing over what
 * another holds. A document counts through its last day, which ends at midnight UTC. Returns how many customers were assessed anew.
 */
export async function assessExpired(parts: Parts): Promise<number> {
  const { db, newId, signal } = parts;
  const at = parts.clock();
  const today = dayOf(at);
  let assessed = 0;
  let after: ExpiredPlace | undefined;
  for (;;) {
    const expired = await expiredDocuments(db, today, { after, limit: BATCH });
    const customers = new Map(expired.map(({ submissionId, tenantId }) => [submissionId, tenantId]));
    for (const [submissionId, tenantId] of customers) {
      if (signal.aborted) return assessed;
      const isAnew = await inTransaction(db, async (tx) => {
        if (!(await holdExpired(tx, submissionId, today))) return false;
        const call: KycCall = { tenantId, actor: { kind: 'system', id: 'documents' }, requestId: newId() };
        return noteExpiry(tx, parts, { call, at }, submissionId);
      });
      if (isAnew) assessed += 1;
    }
    after = expired.at(-1);
    if (expired.length < BATCH) return assessed;
  }
}

/**
 * Notes that documents of a held submission have expired, and assesses the customer anew. False where that says nothing new: another
 * document of the type counts, or the assessment was made after they had expired.
 */
export async function noteExpiry(
  tx: Tx,
  parts: Pick<EngineParts, 'newId'>,
  { call, at }: { call: KycCall; at: Date },
  submissionId: string,
): Promise<boolean> {
  const expired = await noteExpired(tx, submissionId, { today: dayOf(at), at });
  const held = await holdSubmission(tx, call, submissionId);
  if (expired.length === 0 || restsOnTheSame(held, at)) return false;
  const events = expired.map(
    ({ id, expiryDate }): AuditEvent => ({
      type: 'document.expired',
      submissionId,
      data: { documentId: id, expiryDate },
    }),
  );
  await changeSubmission(tx, parts, { call, at }, held, { events, trigger: TRIGGER });
  return true;
}
