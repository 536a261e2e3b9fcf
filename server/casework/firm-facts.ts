import type { TrailChange, TrailLine } from '@/lib/audit-trail';
import type { FirmEvent } from '../audit/events';
import type { Recorded } from '../audit/read';
import { factsOf } from './activity';

/** What ids in the events are called. */
export type TrailNames = Record<'staff' | 'employees' | 'reasons', ReadonlyMap<string, string>>;

/** The facts that the words of one of the firm's own events need, and what it changed. */
export function firmFacts(
  event: Recorded<FirmEvent>,
  names: TrailNames,
): Pick<TrailLine, 'facts' | 'changes'> {
  return { facts: namedFacts(event, names), changes: changesOf(event, names) };
}

function namedFacts(event: Recorded<FirmEvent>, { staff, reasons }: TrailNames): TrailLine['facts'] {
  switch (event.type) {
    case 'reason.added':
    case 'reason.retired':
    case 'reason.restored':
      return { words: reasons.get(event.data.reasonId) ?? null, purpose: event.data.purpose };
    case 'risk_model.drafted':
    case 'risk_model.proposed':
    case 'risk_model.withdrawn':
    case 'risk_model.declined':
    case 'risk_model.exported':
    case 'risk_model.imported':
      return { version: event.data.modelVersion };
    case 'risk_model.released':
      return { version: event.data.modelVersion, user: staff.get(event.data.proposedBy) ?? null };
    case 'staff.invited':
      return { user: staff.get(event.data.userId) ?? null, role: event.data.role };
    case 'staff.sign_in_refused': {
      const { userId, cause } = event.data;
      return { user: userId === null ? null : (staff.get(userId) ?? null), cause };
    }
    case 'staff.changed':
    case 'staff.disabled':
    case 'staff.enabled':
    case 'staff.password_set':
      return { user: staff.get(event.data.userId) ?? null };
    case 'job.run_now':
    case 'job.run_again':
      return { job: event.data.job };
    default:
      return factsOf(event);
  }
}

/** What an event changed, from what to what. */
function changesOf(event: FirmEvent, { employees }: TrailNames): TrailChange[] {
  if (event.type === 'case_settings.changed') {
    const { from, to } = event.data;
    return Object.keys(to).map((field) => ({ field, from: from[field] ?? null, to: to[field] ?? null }));
  }
  if (event.type !== 'staff.changed') return [];
  const { from, to } = event.data;
  const named = (id: string | null) => id && (employees.get(id) ?? id);
  return [
    { field: 'role', from: from.role, to: to.role },
    { field: 'employee', from: named(from.employeeId), to: named(to.employeeId) },
  ].filter((change) => change.from !== change.to);
}
