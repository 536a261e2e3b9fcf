import 'server-only';
import type { Actor } from '@/lib/kyc/api';
import type { Tx } from '../db/client';
import { type AuditRow, insertEvents } from '../db/queries/audit';
import type { AuditEvent } from './events';

/** Who did it, under which request, and when: what an event of any type is recorded with. */
export type AuditContext = {
  tenantId: string;
  actor: Actor;
  requestId: string;
  at: Date;
};

/** Puts an event on record, in the transaction of the change that it tells of. `context.id` is the event's own. */
export async function record(
  tx: Tx,
  context: AuditContext & { id: string },
  event: AuditEvent,
): Promise<void> {
  await insertEvents(tx, [eventRow(context, event)]);
}

/** Puts several events on record at once, in their order. */
export async function recordAll(
  tx: Tx,
  context: AuditContext,
  newId: () => string,
  events: readonly AuditEvent[],
): Promise<void> {
  await insertEvents(
    tx,
    events.map((event) => eventRow({ ...context, id: newId() }, event)),
  );
}

/** An event as it is stored, not sealed yet, for a change that writes all its rows in one statement. */
export function eventRow(context: AuditContext & { id: string }, event: AuditEvent): AuditRow {
  return {
    id: context.id,
    tenantId: context.tenantId,
    at: context.at,
    actorKind: context.actor.kind,
    actorId: context.actor.id,
    type: event.type,
    submissionId: event.submissionId,
    data: event.data,
    requestId: context.requestId,
    seq: null,
    previousHash: null,
    hash: null,
  };
}
