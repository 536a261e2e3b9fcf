import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, moment, tenantId } from './columns';

/**
 * The audit trail: appended to in the change's own transaction, never changed (a trigger holds that). `seq`, `previousHash`
 * and `hash` are given later by the sealing job, in the order of commit, so that writers do not wait for each other.
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: id().primaryKey(),
    tenantId: tenantId(),
    at: moment('at').notNull(),
    actorKind: text('actor_kind', { enum: ['staff', 'apiClient', 'customer', 'system'] }).notNull(),
    actorId: id('actor_id').notNull(),
    type: text('type').notNull(),
    submissionId: id('submission_id'),
    /** What the event's type says of it (`server/audit/events.ts`): ids, codes and lists of field names, no answers. */
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    requestId: text('request_id').notNull(),
    seq: bigint('seq', { mode: 'number' }),
    previousHash: text('previous_hash'),
    hash: text('hash'),
  },
  (t) => [
    index('audit_events_of_submission').on(t.submissionId, t.at, t.id),
    index('audit_events_newest').on(t.tenantId, t.at, t.id),
    // What is the firm's own is read by its type, and what somebody did by the person; neither holds what jobs write in bulk.
    index('audit_events_of_firm').on(t.tenantId, t.type, t.at, t.id).where(sql`${t.submissionId} is null`),
    index('audit_events_of_staff').on(t.tenantId, t.actorId, t.at, t.id).where(sql`${t.actorKind} = 'staff'`),
    uniqueIndex('audit_events_seq_unique').on(t.tenantId, t.seq),
    // Holds only what waits for the sealing job, so it stays small.
    index('audit_events_unsealed').on(t.tenantId, t.at, t.id).where(sql`${t.seq} is null`),
  ],
);
