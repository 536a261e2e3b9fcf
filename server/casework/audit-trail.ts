import 'server-only';
import {
  type ChainCheck,
  type ChainPlace,
  FIRM_EVENTS,
  FIRM_KINDS,
  type FirmEventType,
  type TrailLine,
  type TrailPage,
  type TrailPeople,
  type TrailStanding,
  type TrailView,
} from '@/lib/audit-trail';
import { may, type Role } from '@/lib/auth/permissions';
import { type Recorded, trailOf } from '../audit/read';
import type { AuditEvent, CustomerEvent, FirmEvent } from '../audit/events';
import { CHAIN_START, verifyFrom } from '../audit/verify';
import { type DbOrTx, database } from '../db/client';
import { countUnsealed, lastSeal } from '../db/queries/audit';
import { firstSealedAt, type TrailScope } from '../db/queries/audit-trail';
import { displayNames } from '../db/queries/directory';
import { reasonsOf } from '../db/queries/reasons';
import { listStaffNames, staffNames } from '../db/queries/staff';
import { factsOf } from './activity';
import { firmFacts } from './firm-facts';

/** How many links one call checks: a moment's work, so that a long chain is checked in many short calls. */
const LINKS_A_CALL = 5_000;
/** How many people the filter offers: their names go with the page. */
const PEOPLE = 2_000;

/**
 * What is on record, for the page or action that has asked for `audit:read:firm` or `audit:read:all`. Who holds the first alone reads
 * what is the firm's own, and nothing that names a customer.
 */
export async function auditDesk({ tenantId, user }: { tenantId: string; user: { role: Role } }) {
  const { db } = await database();
  const readsCustomers = may(user.role, 'audit:read:all');
  return {
    readsCustomers,
    /** A page of the view. `employees` names those whom users are tied to. */
    async list(view: TrailView, employees: ReadonlyMap<string, string>): Promise<TrailPage> {
      const scope = scopeOf(view, readsCustomers);
      if (scope === undefined) return { lines: [], next: null };
      const before = view.until === undefined ? undefined : dayAfter(view.until);
      const { events, next } = await trailOf(db, tenantId, scope, { cursor: view.after, before });
      return { lines: await linesOf(db, tenantId, events, employees), next };
    },
    /** Those whose events can be asked for alone; whom the view names is among them. */
    people: ({ person }: TrailView) => peopleOf(db, tenantId, person),
    async standing(): Promise<TrailStanding> {
      const [head, since, unsealed] = [
        await lastSeal(db, tenantId),
        await firstSealedAt(db, tenantId),
        await countUnsealed(db, tenantId),
      ];
      return { sealed: head?.seq ?? 0, since: since?.toISOString() ?? null, unsealed };
    },
    /** Computes the chain's next links again, from where the check stands. */
    check: (from: ChainPlace = CHAIN_START): Promise<ChainCheck> =>
      verifyFrom(db, tenantId, from, LINKS_A_CALL),
  };
}

async function peopleOf(db: DbOrTx, tenantId: string, person: string | undefined): Promise<TrailPeople> {
  const found = await listStaffNames(db, tenantId, PEOPLE + 1);
  const listed = found.slice(0, PEOPLE);
  const isBeyond = person !== undefined && !listed.some(({ id }) => id === person);
  const beyond = isBeyond ? [...(await staffNames(db, tenantId, [person]))] : [];
  return {
    listed: [...listed, ...beyond.map(([id, name]) => ({ id, name }))],
    more: found.length > PEOPLE,
  };
}

/** Undefined for what the reader may not see. */
function scopeOf({ kind, person }: TrailView, readsCustomers: boolean): TrailScope | undefined {
  if (kind === 'customers' && !readsCustomers) return undefined;
  const of = kind === 'customers' ? 'customers' : kind === undefined && readsCustomers ? 'all' : 'firm';
  const types = (kind === undefined || kind === 'customers' ? FIRM_KINDS : [kind]).flatMap<FirmEventType>(
    (one) => FIRM_EVENTS[one],
  );
  return { of, types, staffId: person };
}

function dayAfter(day: string): Date {
  return new Date(Date.parse(day) + 86_400_000);
}

const isOfCustomer = (event: Recorded<AuditEvent>): event is Recorded<CustomerEvent> =>
  event.submissionId !== null;

async function linesOf(
  db: DbOrTx,
  tenantId: string,
  events: readonly Recorded<AuditEvent>[],
  employees: ReadonlyMap<string, string>,
): Promise<TrailLine[]> {
  const customers = await displayNames(db, tenantId, [
    ...new Set(events.flatMap((one) => one.submissionId ?? [])),
  ]);
  const staff = await staffNames(db, tenantId, [...new Set(events.flatMap(staffIn))]);
  const reasons = events.some(({ type }) => type.startsWith('reason.')) ? await reasonsOf(db, tenantId) : [];
  const names = { staff, employees, reasons: new Map(reasons.map(({ id, words }) => [id, words])) };
  return events.map((event) => {
    const { id, actor } = event;
    const common = { id, at: event.at.toISOString(), actor: { kind: actor.kind, name: actor.name } };
    if (isOfCustomer(event)) {
      const { submissionId } = event;
      const customer = { submissionId, name: customers.get(submissionId) ?? null };
      return { ...common, type: event.type, customer, facts: factsOf(event), changes: [] };
    }
    return { ...common, type: event.type, customer: null, ...firmFacts(event as Recorded<FirmEvent>, names) };
  });
}

/** The users that an event's words name. */
function staffIn({ data }: Recorded<AuditEvent>): string[] {
  return ['userId', 'proposedBy'].flatMap((name) => {
    const id = (data as Record<string, unknown>)[name];
    return typeof id === 'string' ? [id] : [];
  });
}
