import { createHash } from 'node:crypto';
import { canonicalJson } from '@/lib/canonical-json';
import type { AuditRow } from '../db/queries/audit';

/** What the first event of a chain names as the hash before it. */
export const GENESIS = '0'.repeat(64);

/**
 * The hash of one link: SHA-256, lower-case hexadecimal, of the canonical JSON of everything that the event says, its place
 * and the hash before it. Whoever holds the events can compute it again without this product.
 */
export function linkHash(row: AuditRow, seq: number, previousHash: string): string {
  const link = canonicalJson({
    seq,
    previousHash,
    id: row.id,
    tenantId: row.tenantId,
    at: row.at,
    actorKind: row.actorKind,
    actorId: row.actorId,
    type: row.type,
    submissionId: row.submissionId,
    data: row.data,
    requestId: row.requestId,
  });
  return createHash('sha256').update(link).digest('hex');
}
