import 'server-only';
import type { DbOrTx } from '../db/client';
import { countUnsealed, type SealedRow, sealedEvents } from '../db/queries/audit';
import { GENESIS, linkHash } from './chain';

const PAGE = 500;

/** What is wrong with a link: an event is missing before it, it names another one before it, or it was changed. */
export type ChainFault = 'gap' | 'unlinked' | 'changed';

/** The head is worth noting outside of the database: it pins all that lies before it, so that a cut-off end shows too. */
export type ChainReport = {
  sealed: number;
  unsealed: number;
  head: { seq: number; hash: string } | null;
  broken: { seq: number; fault: ChainFault } | null;
};

/** Computes a tenant's chain again from its first event to its last, and stops at the first link that does not hold. */
export async function verifyAuditTrail(db: DbOrTx, tenantId: string): Promise<ChainReport> {
  const unsealed = await countUnsealed(db, tenantId);
  let head = { seq: 0, hash: GENESIS };
  for (;;) {
    const rows = await sealedEvents(db, tenantId, { limit: PAGE, after: head.seq });
    for (const row of rows) {
      const fault = faultOf(row, head);
      if (fault) return { ...report(head, unsealed), broken: { seq: row.seq, fault } };
      head = { seq: row.seq, hash: row.hash };
    }
    if (rows.length < PAGE) return report(head, unsealed);
  }
}

function faultOf(row: SealedRow, head: { seq: number; hash: string }): ChainFault | undefined {
  if (row.seq !== head.seq + 1) return 'gap';
  if (row.previousHash !== head.hash) return 'unlinked';
  return row.hash === linkHash(row, row.seq, head.hash) ? undefined : 'changed';
}

function report(head: { seq: number; hash: string }, unsealed: number): ChainReport {
  return { sealed: head.seq, unsealed, head: head.seq === 0 ? null : head, broken: null };
}
