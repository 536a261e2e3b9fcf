import 'server-only';
import type { Database } from '../db/client';
import { lastSeal, lockChain, sealEvents, tenantsToSeal, unsealedEvents } from '../db/queries/audit';
import { inTransaction } from '../db/transaction';
import { GENESIS, linkHash } from './chain';

/** How many events one transaction seals: a moment's work, so that nothing waits long for the embedded database's session. */
const BATCH = 200;

/**
 * Links every committed event that has no place yet into its tenant's chain, in the order of time and id, batch by batch.
 * Safe to be killed and to run anywhere at once: a batch is one transaction, and the sealers of a tenant exclude each other.
 * An event that commits late gets a later place. Returns how many were sealed.
 */
export async function sealAuditTrail(db: Database, batch = BATCH): Promise<number> {
  let sealed = 0;
  for (const tenantId of await tenantsToSeal(db)) {
    for (let last = batch; last === batch; sealed += last) last = await sealBatch(db, tenantId, batch);
  }
  return sealed;
}

async function sealBatch(db: Database, tenantId: string, batch: number): Promise<number> {
  return inTransaction(db, async (tx) => {
    if (!(await lockChain(tx, tenantId))) return 0;
    let head = (await lastSeal(tx, tenantId)) ?? { seq: 0, hash: GENESIS };
    const rows = await unsealedEvents(tx, tenantId, batch);
    const seals = rows.map((row) => {
      const seq = head.seq + 1;
      const seal = { id: row.id, seq, previousHash: head.hash, hash: linkHash(row, seq, head.hash) };
      head = seal;
      return seal;
    });
    if (seals.length > 0) await sealEvents(tx, seals);
    return seals.length;
  });
}
