import 'server-only';
import { z } from 'zod';
import type { DbOrTx } from '../db/client';
import { type AuditPlace, type AuditRow, eventsOfSubmission } from '../db/queries/audit';
import type { AuditEvent, CustomerEvent } from './events';

/** How many events a page of the activity shows. */
const ACTIVITY_PAGE = 50;

/** An event as it was recorded, with the name of who acted where it is known (staff, API clients). */
export type Recorded<E extends AuditEvent> = E & {
  id: string;
  at: Date;
  actor: { kind: AuditRow['actorKind']; id: string; name: string | null };
  requestId: string;
};

/** A page of events, newest first; `next` leads to the page that follows, null at the end. */
export type ActivityPage = { events: Recorded<CustomerEvent>[]; next: string | null };

/** What happened to one customer of the tenant, newest first. `cursor` is a page's `next`; what is none starts anew. */
export async function activityOf(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
  cursor?: string,
): Promise<ActivityPage> {
  const rows = await eventsOfSubmission(db, tenantId, submissionId, {
    limit: ACTIVITY_PAGE + 1,
    after: openCursor(cursor),
  });
  const shown = rows.slice(0, ACTIVITY_PAGE);
  const last = rows.length > ACTIVITY_PAGE ? shown.at(-1) : undefined;
  return {
    events: shown.map(({ event, actorName }) => recorded(event, actorName)),
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

const cursorShape = z.tuple([z.number().int().min(0).max(8.64e15), z.string().max(64)]);

function sealCursor({ at, id }: AuditPlace): string {
  return Buffer.from(JSON.stringify([at.getTime(), id])).toString('base64url');
}

function openCursor(cursor: string | undefined): AuditPlace | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [time, id] = cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { at: new Date(time), id };
  } catch {
    return undefined;
  }
}
