import 'server-only';
import type { ChainCheck, ChainFault, ChainPlace } from '@/lib/audit-trail';
import type { DbOrTx } from '../db/client';
import { countUnsealed, type SealedRow, sealedEvents } from '../db/queries/audit';
import { GENESIS, linkHash } from './chain';

const PAGE = 500;

/** Where a check begins that trusts nothing. */
export const CHAIN_START: ChainPlace = { seq: 0, hash: GENESIS };

/** The head is worth noting outside of the database: it pins all that lies before it, so that a cut-off end shows too. */
export type ChainReport = {
  sealed: number;
  unsealed: number;
  head: ChainPlace | null;
  broken: ChainCheck['broken'];
};

/** Computes a tenant's chain again from its first event to its last, and stops at the first link that does not hold. */
export async function verifyAuditTrail(db: DbOrTx, tenantId: string): Promise<ChainReport> {
  const unsealed = await countUnsealed(db, tenantId);
  const { head, broken } = await verifyFrom(db, tenantId, CHAIN_START, Number.POSITIVE_INFINITY);
  return { sealed: head.seq, unsealed, head: head.seq === 0 ? null : head, broken };
}

/** Computes up to about `most` links again, from behind a place that holds on, and stops at the first one that does not hold. */
export async function verifyFrom(
  db: DbOrTx,
  tenantId: string,
  from: ChainPlace,
  most: number,
): Promise<ChainCheck> {
  let head = from;
  for (;;) {
    const rows = await sealedEvents(db, tenantId, { limit: PAGE, after: head.seq });
    for (const row of rows) {
      const fault = faultOf(row, head);
      if (fault) return { head, isEnd: true, broken: { seq: row.seq, fault } };
      head = { seq: row.seq, hash: row.hash };
    }
    if (rows.length < PAGE) return { head, isEnd: true, broken: null };
    if (head.seq - from.seq >= most) return { head, isEnd: false, broken: null };
  }
}

function faultOf(row: SealedRow, head: ChainPlace): ChainFault | undefined {
  if (row.seq !== head.seq + 1) return 'gap';
  if (row.previousHash !== head.hash) return 'unlinked';
  return row.hash === linkHash(row, row.seq, head.hash) ? undefined : 'changed';
}
