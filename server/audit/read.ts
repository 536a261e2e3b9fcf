import 'server-only';
import type { DbOrTx } from '../db/client';
import { type AuditPlace, type AuditRow, eventsOfSubmission } from '../db/queries/audit';
import { eventsOfTrail, type TrailScope } from '../db/queries/audit-trail';
import { openCursor, sealCursor } from './cursor';
import type { AuditEvent, CustomerEvent } from './events';

/** How many events a page shows. */
const PAGE = 50;

/** An event as it was recorded, with the name of who acted where it is known (staff, API clients). */
export type Recorded<E extends AuditEvent> = E & {
  id: string;
  at: Date;
  actor: { kind: AuditRow['actorKind']; id: string; name: string | null };
  requestId: string;
};

/** A page of events, newest first; `next` leads to the page that follows, null at the end. */
export type EventPage<E extends AuditEvent> = { events: Recorded<E>[]; next: string | null };

/** What happened to one customer of the tenant, newest first. `cursor` is a page's `next`; what is none starts anew. */
export async function activityOf(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
  cursor?: string,
): Promise<EventPage<CustomerEvent>> {
  const after = openCursor(cursor);
  return pageOf(await eventsOfSubmission(db, tenantId, submissionId, { limit: PAGE + 1, after }));
}

/** What is on record at the tenant, newest first, as far as the scope goes; nothing later than `before`. */
export async function trailOf(
  db: DbOrTx,
  tenantId: string,
  scope: TrailScope,
  { cursor, before }: { cursor: string | undefined; before: Date | undefined },
): Promise<EventPage<AuditEvent>> {
  const start: AuditPlace | undefined = before && { at: before, id: '' };
  const after = openCursor(cursor) ?? start;
  return pageOf(await eventsOfTrail(db, tenantId, scope, { limit: PAGE + 1, after }));
}

function pageOf<E extends AuditEvent>(
  rows: ReadonlyArray<{ event: AuditRow; actorName: string | null }>,
): EventPage<E> {
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    events: shown.map(({ event, actorName }) => recorded<E>(event, actorName)),
    next: last ? sealCursor(last.event) : null,
  };
}

/** A stored row as the event that it is: `record` alone writes them, so type and data belong together. */
function recorded<E extends AuditEvent>(row: AuditRow, actorName: string | null): Recorded<E> {
  const { type, submissionId, data } = row;
  return {
    ...({ type, submissionId, data } as E),
    id: row.id,
    at: row.at,
    actor: { kind: row.actorKind, id: row.actorId, name: actorName },
    requestId: row.requestId,
  };
}
