import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { DbOrTx } from '../client';
import { apiClients, auditEvents, staffUsers } from '../schema';
import { type AuditPlace, type AuditRow, actorName, isActingClient, isActingStaff } from './audit';

const E = auditEvents;

/** Whose events are read: the firm's own of some types, those about customers, or all; by one member of staff, or by anybody. */
export type TrailScope = {
  of: 'firm' | 'customers' | 'all';
  /** For the firm's own. */
  types: readonly string[];
  staffId?: string | undefined;
};

type Page = { limit: number; after?: AuditPlace | undefined };

/** A tenant's events with the names of those who acted, newest first, up to `limit`, from behind `after` on. */
export async function eventsOfTrail(
  db: DbOrTx,
  tenantId: string,
  scope: TrailScope,
  page: Page,
): Promise<Array<{ event: AuditRow; actorName: string | null }>> {
  const ids =
    scope.of === 'firm' && scope.staffId === undefined
      ? newestOfTypes(tenantId, scope.types, page)
      : newest(db, tenantId, scope, page).getSQL();
  return db
    .select({ event: E, actorName })
    .from(E)
    .leftJoin(staffUsers, isActingStaff(tenantId))
    .leftJoin(apiClients, isActingClient(tenantId))
    .where(sql`${E.id} in (${ids})`)
    .orderBy(desc(E.at), desc(E.id));
}

function newest(db: DbOrTx, tenantId: string, { of, types, staffId }: TrailScope, { limit, after }: Page) {
  const ofStaff = staffId === undefined ? undefined : and(eq(E.actorKind, 'staff'), eq(E.actorId, staffId));
  const ofKind =
    of === 'firm'
      ? and(isNull(E.submissionId), inArray(E.type, [...types]))
      : of === 'customers'
        ? isNotNull(E.submissionId)
        : undefined;
  return db
    .select({ id: E.id })
    .from(E)
    .where(and(eq(E.tenantId, tenantId), ofStaff, ofKind, behind(after)))
    .orderBy(desc(E.at), desc(E.id))
    .limit(limit);
}

/** The newest of each type by the index, of which the newest are taken: a rare type costs no walk past the frequent ones. */
function newestOfTypes(tenantId: string, types: readonly string[], { limit, after }: Page): SQL {
  const asked = sql`jsonb_array_elements_text(${JSON.stringify(types)}::jsonb) as asked(type)`;
  return sql`
    select found.id from ${asked}
    cross join lateral (
      select ${E.id} as id, ${E.at} as at from ${E}
      where ${and(eq(E.tenantId, tenantId), sql`${E.type} = asked.type`, isNull(E.submissionId), behind(after))}
      order by ${E.at} desc, ${E.id} desc limit ${limit}
    ) found
    order by found.at desc, found.id desc limit ${limit}`;
}

function behind(after: AuditPlace | undefined): SQL | undefined {
  return after && sql`(${E.at}, ${E.id}) < (${after.at.toISOString()}, ${after.id})`;
}

/** When the chain's first event happened; undefined before there is one. */
export async function firstSealedAt(db: DbOrTx, tenantId: string): Promise<Date | undefined> {
  const [first] = await db
    .select({ at: E.at })
    .from(E)
    .where(and(eq(E.tenantId, tenantId), isNotNull(E.seq)))
    .orderBy(asc(E.seq))
    .limit(1);
  return first?.at;
}
