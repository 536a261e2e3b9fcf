import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '../client';
import { apiClients, auditEvents, staffUsers } from '../schema';

export type AuditRow = typeof auditEvents.$inferSelect;

/** The name of who acted, where it has one; to be selected beside the two joins. */
export const actorName = sql<string | null>`coalesce(${staffUsers.name}, ${apiClients.name})`;

/** What joins an event to the member of staff who acted. */
export const isActingStaff = (tenantId: string) =>
  and(
    eq(auditEvents.actorKind, 'staff'),
    eq(staffUsers.id, auditEvents.actorId),
    eq(staffUsers.tenantId, tenantId),
  );

/** What joins an event to the API client that acted. */
export const isActingClient = (tenantId: string) =>
  and(
    eq(auditEvents.actorKind, 'apiClient'),
    eq(apiClients.appId, auditEvents.actorId),
    eq(apiClients.tenantId, tenantId),
  );

/** A place in the trail, newest first: the last event that was seen. */
export type AuditPlace = Pick<AuditRow, 'at' | 'id'>;

export async function insertEvents(tx: Tx, rows: AuditRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(auditEvents).values(rows);
}

/** One submission's events with the names of those who acted, newest first, up to `limit`, from behind `after` on. */
export async function eventsOfSubmission(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
  { limit, after }: { limit: number; after?: AuditPlace | undefined },
): Promise<Array<{ event: AuditRow; actorName: string | null }>> {
  const behind =
    after && sql`(${auditEvents.at}, ${auditEvents.id}) < (${after.at.toISOString()}, ${after.id})`;
  return db
    .select({
      event: auditEvents,
      actorName,
    })
    .from(auditEvents)
    .leftJoin(staffUsers, isActingStaff(tenantId))
    .leftJoin(apiClients, isActingClient(tenantId))
    .where(and(eq(auditEvents.tenantId, tenantId), eq(auditEvents.submissionId, submissionId), behind))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(limit);
}

/** An event's place in the chain. */
export type Seal = { seq: number; previousHash: string; hash: string };
export type SealedRow = AuditRow & Seal;

/** The tenants that have events without a seal. */
export async function tenantsToSeal(db: DbOrTx): Promise<string[]> {
  const rows = await db
    .selectDistinct({ tenantId: auditEvents.tenantId })
    .from(auditEvents)
    .where(isNull(auditEvents.seq));
  return rows.map((row) => row.tenantId);
}

/** Makes the sealers of one tenant take turns until the transaction ends; false while another one is at it. */
export async function lockChain(tx: Tx, tenantId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ free: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('audit-chain/' || ${tenantId}, 0)) as free`,
  );
  return rows[0]?.free === true;
}

/** The newest link of a tenant's chain; undefined before the first. */
export async function lastSeal(
  db: DbOrTx,
  tenantId: string,
): Promise<Pick<Seal, 'seq' | 'hash'> | undefined> {
  const [row] = await db
    .select({ seq: auditEvents.seq, hash: auditEvents.hash })
    .from(auditEvents)
    .where(and(eq(auditEvents.tenantId, tenantId), isNotNull(auditEvents.seq)))
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  return row && row.seq !== null && row.hash !== null ? { seq: row.seq, hash: row.hash } : undefined;
}

/** Committed events that wait for their seal, oldest first. */
export async function unsealedEvents(db: DbOrTx, tenantId: string, limit: number): Promise<AuditRow[]> {
  return db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.tenantId, tenantId), isNull(auditEvents.seq)))
    .orderBy(asc(auditEvents.at), asc(auditEvents.id))
    .limit(limit);
}

/** How many events wait for their seal. */
export async function countUnsealed(db: DbOrTx, tenantId: string): Promise<number> {
  return db.$count(auditEvents, and(eq(auditEvents.tenantId, tenantId), isNull(auditEvents.seq)));
}

/** Gives events their seals, all in one statement. */
export async function sealEvents(tx: Tx, seals: Array<Seal & { id: string }>): Promise<void> {
  const json = JSON.stringify(seals);
  await tx
    .update(auditEvents)
    .set({ seq: sql`s.seq`, previousHash: sql`s."previousHash"`, hash: sql`s.hash` })
    .from(sql`jsonb_to_recordset(${json}::jsonb) as s(id text, seq bigint, "previousHash" text, hash text)`)
    .where(eq(auditEvents.id, sql`s.id`));
}

/** Sealed events in the chain's order, up to `limit`, from behind place `after` on. */
export async function sealedEvents(
  db: DbOrTx,
  tenantId: string,
  { limit, after }: { limit: number; after: number },
): Promise<SealedRow[]> {
  const rows = await db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.tenantId, tenantId), gt(auditEvents.seq, after)))
    .orderBy(asc(auditEvents.seq))
    .limit(limit);
  return rows.filter(isSealed);
}

function isSealed(row: AuditRow): row is SealedRow {
  return row.seq !== null && row.previousHash !== null && row.hash !== null;
}
