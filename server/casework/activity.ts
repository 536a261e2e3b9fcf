import 'server-only';
import type { ActivityLine, ActivityLines } from '@/lib/kyc/activity';
import { activityOf, type RecordedEvent } from '../audit/read';
import type { DbOrTx } from '../db/client';

/**
 * What happened to a customer that the caller may see (see `findCustomer`), newest first, picked for the screen. Who reads no
 * profiles is told that the risk was assessed and a document recorded, and not with what result or which.
 */
export async function customerActivity(
  db: DbOrTx,
  tenantId: string,
  submissionId: string,
  after: string | undefined,
  readsProfiles: boolean,
): Promise<ActivityLines> {
  const { events, next } = await activityOf(db, tenantId, submissionId, after);
  return { lines: events.map((event) => line(event, readsProfiles)), next };
}

/** What tells of answers, risk or documents. */
const OF_THE_PROFILE: readonly RecordedEvent['type'][] = [
  'risk.assessed',
  'answers.saved',
  'document.recorded',
  'document.deleted',
  'document.viewed',
  'document.downloaded',
  'documents.archived',
  'document.accepted',
  'document.expiring',
  'information.requested',
  'information.answered',
];

function line(event: RecordedEvent, readsProfiles: boolean): ActivityLine {
  return {
    id: event.id,
    at: event.at.toISOString(),
    actor: { kind: event.actor.kind, name: event.actor.name },
    type: event.type,
    facts: readsProfiles || !OF_THE_PROFILE.includes(event.type) ? factsOf(event) : {},
  };
}

/** The facts that an event's words need. */
function factsOf(event: RecordedEvent): ActivityLine['facts'] {
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
