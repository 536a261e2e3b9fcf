import 'server-only';
import { ACTIVITY_FOR, type ActivityLine, type ActivityLines } from '@/lib/kyc/activity';
import type { AuditEvent, CustomerEvent } from '../audit/events';
import { activityOf, type Recorded } from '../audit/read';
import type { DbOrTx } from '../db/client';

/**
 * What happened to a customer that the caller may see (see `findCustomer`), newest first, picked for the screen. Who reads no
 * profiles is told that the risk was assessed and a document recorded, and not with what result or which; who does not decide is told
 * that a case was worked on, and not by whom or how.
 */
export async function customerActivity(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
  after: string | undefined,
  reads: ActivityReader,
): Promise<ActivityLines> {
  const { events, next } = await activityOf(db, tenantId, submissionId, after);
  return { lines: events.map((event) => line(event, reads)), next };
}

type RecordedEvent = Recorded<CustomerEvent>;

/** What a reader may know: the profile, and how it is decided on. */
export type ActivityReader = { profiles: boolean; decisions: boolean };

/** Whether an event is told to those who decide alone; of the others, that something was done about the case. */
function isOfTheCase(event: RecordedEvent): boolean {
  return (
    ACTIVITY_FOR[event.type] === 'decisions' ||
    (event.type === 'note.added' && event.data.audience === 'compliance')
  );
}

/** Whether an event names who decided: a decision's own, or one of what it leads to. */
function namesDecider(event: RecordedEvent): boolean {
  switch (event.type) {
    case 'risk.overridden':
    case 'risk.override_ended':
      return true;
    case 'risk.assessed':
      return event.data.trigger === 'risk.overridden' || event.data.trigger.startsWith('decision.');
    case 'submission.state_changed':
      return ['Approved', 'Rejected'].includes(event.data.to);
    default:
      return false;
  }
}

function line(event: RecordedEvent, reads: ActivityReader): ActivityLine {
  const [id, at] = [event.id, event.at.toISOString()];
  const nameless = { kind: event.actor.kind, name: null };
  if (!reads.decisions && isOfTheCase(event)) {
    return { id, at, actor: nameless, type: 'case.worked_on', facts: {} };
  }
  return {
    id,
    at,
    actor:
      !reads.decisions && namesDecider(event) ? nameless : { kind: event.actor.kind, name: event.actor.name },
    type: event.type,
    facts: reads.profiles || ACTIVITY_FOR[event.type] !== 'profile' ? factsOf(event) : {},
  };
}

/** The facts that an event's words need. */
export function factsOf(event: Recorded<AuditEvent>): ActivityLine['facts'] {
  switch (event.type) {
    case 'submission.state_changed':
      return { from: event.data.from, to: event.data.to };
    case 'answers.saved':
      return { count: event.data.fieldIds.length };
    case 'document.recorded':
    case 'document.deleted':
      return { type: event.data.documentTypeId };
    case 'documents.archived':
      return { count: event.data.documentIds.length };
    case 'document.expiring':
      return { days: event.data.daysAhead };
    case 'information.requested':
      return { type: event.data.documentTypeId, asked: event.data.reason };
    case 'information.answered':
      return { count: event.data.requestIds.length };
    case 'customer.sign_in_refused':
      return { cause: event.data.cause };
    case 'risk.assessed':
      return { level: event.data.riskLevelId, score: event.data.score };
    case 'risk.overridden':
      return { level: event.data.riskLevelId };
    case 'risk.override_ended':
      return { because: event.data.because };
    case 'decision.made':
    case 'decision.proposed':
      return { decision: event.data.kind, level: event.data.riskLevelId };
    case 'decision.confirmed':
    case 'decision.declined':
    case 'decision.withdrawn':
    case 'decision.lapsed':
      return { decision: event.data.kind };
    case 'case.assigned':
      return {
        assigned: event.data.to === null ? 'nobody' : event.data.to === event.actor.id ? 'self' : 'other',
      };
    case 'note.added':
      return { audience: event.data.audience };
    case 'versions.compared':
      return { from: event.data.from, to: event.data.to };
    case 'credentials.reset_requested':
      return { reason: event.data.reason };
    case 'customer.creation_settled':
    case 'credentials.reset_settled':
      return { outcome: event.data.outcome };
    case 'mail.queued':
    case 'mail.sent':
    case 'mail.read':
      return { mail: event.data.kind };
    case 'mail.failed':
      return { mail: event.data.kind, attempts: event.data.attempts };
    case 'profile.viewed':
    case 'report.downloaded':
      return { version: event.data.version };
    default:
      return {};
  }
}
