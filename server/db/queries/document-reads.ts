import { and, desc, eq, or, sql } from 'drizzle-orm';
import type { DbOrTx } from '../client';
import { apiClients, auditEvents, staffUsers } from '../schema';
import { actorName, isActingClient, isActingStaff } from './audit';

/** The most readers that are listed. */
const MOST = 50;

/** Who looked at a document or took it, the latest first: one line a person and way, with how often and when last. */
export async function readsOfDocument(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
  documentId: string,
) {
  const of = sql`${auditEvents.data}->>'documentId' = ${documentId}`;
  const last = sql<Date>`max(${auditEvents.at})`.mapWith(auditEvents.at);
  return db
    .select({
      actorKind: auditEvents.actorKind,
      actorId: auditEvents.actorId,
      name: actorName,
      type: auditEvents.type,
      count: sql<number>`count(*)::int`,
      lastAt: last,
    })
    .from(auditEvents)
    .leftJoin(staffUsers, isActingStaff(tenantId))
    .leftJoin(apiClients, isActingClient(tenantId))
    .where(
      and(
        eq(auditEvents.tenantId, tenantId),
        eq(auditEvents.submissionId, submissionId),
        or(
          and(eq(auditEvents.type, 'document.viewed'), of),
          and(eq(auditEvents.type, 'document.downloaded'), of),
          and(
            eq(auditEvents.type, 'documents.archived'),
            sql`${auditEvents.data}->'documentIds' @> ${JSON.stringify([documentId])}::jsonb`,
          ),
        ),
      ),
    )
    .groupBy(auditEvents.actorKind, auditEvents.actorId, staffUsers.name, apiClients.name, auditEvents.type)
    .orderBy(desc(last))
    .limit(MOST);
}
