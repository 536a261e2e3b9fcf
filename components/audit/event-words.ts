import { useFormatter, useTranslations } from 'next-intl';
import type { ActivityLine } from '@/lib/kyc/activity';
import { DOCUMENT_TYPES, KYC_STATES, known, RISK_LEVELS } from '@/lib/kyc/contract/lists';
import { DECISION_KINDS, NOTE_AUDIENCES, OVERRIDE_ENDS } from '@/lib/kyc/decisions';
import { REQUEST_REASONS } from '@/lib/kyc/requests';

const MAILS = [
  'welcome',
  'password_link',
  'staff_invitation',
  'information_requested',
  'document_expiring',
] as const;
const OUTCOMES = ['succeeded', 'refused', 'unknown'] as const;
/** The audit event types that have words; a message's key holds no dot. */
const EVENTS = [
  'customer_created',
  'customer_creation_tried',
  'customer_creation_settled',
  'submission_state_changed',
  'submission_submitted',
  'answers_saved',
  'document_recorded',
  'document_deleted',
  'document_viewed',
  'document_downloaded',
  'documents_archived',
  'document_accepted',
  'document_expiring',
  'information_requested',
  'information_answered',
  'information_withdrawn',
  'customer_signed_in',
  'customer_sign_in_refused',
  'customer_signed_out',
  'risk_assessed',
  'risk_overridden',
  'risk_override_ended',
  'decision_made',
  'decision_proposed',
  'decision_confirmed',
  'decision_declined',
  'decision_withdrawn',
  'decision_lapsed',
  'case_assigned',
  'case_worked_on',
  'note_added',
  'review_opened',
  'versions_compared',
  'credentials_reset_requested',
  'credentials_reset_settled',
  'credentials_password_set',
  'mail_queued',
  'mail_sent',
  'mail_failed',
  'mail_read',
  'profile_viewed',
  'report_downloaded',
] as const;

const POINTS = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** What the system does of its own accord when somebody changes something: naming that person would say too much. */
const AUTOMATIC: readonly string[] = [
  'risk.assessed',
  'risk.override_ended',
  'decision.lapsed',
  'review.opened',
  'mail.queued',
  'mail.sent',
  'mail.failed',
  'document.expiring',
];
const ASSIGNED = ['self', 'other', 'nobody'] as const;
const CAUSES = ['unknown', 'password', 'locked', 'notSet'] as const;

/** Who did it and what, in words; an event without words of its own is named by its type. */
export function useEventWords({ actor, type, facts }: ActivityLine): { actor: string; what: string } {
  const t = useTranslations('activity');
  const kyc = useTranslations('kyc');
  const format = useFormatter();
  const state = (value: unknown) => {
    const one = known(KYC_STATES, value);
    return one ? kyc(`state.${one}`) : String(value);
  };
  const level = known(RISK_LEVELS, facts.level);
  const mail = known(MAILS, facts.mail);
  const outcome = known(OUTCOMES, facts.outcome);
  const document = known(DOCUMENT_TYPES, facts.type);
  const values = {
    from: state(facts.from),
    to: state(facts.to),
    count: Number(facts.count ?? 0),
    score: typeof facts.score === 'number' ? format.number(facts.score, POINTS) : 'none',
    attempts: Number(facts.attempts ?? 0),
    level: level ? kyc(`risk.${level}`) : '',
    mail: mail ? t(`mail.${mail}`) : '',
    outcome: outcome ? t(`outcome.${outcome}`) : '',
    document: document ? kyc(`documentType.${document}`) : '',
    type: document ?? 'none',
    days: Number(facts.days ?? 0),
    decision: known(DECISION_KINDS, facts.decision) ?? 'none',
    assigned: known(ASSIGNED, facts.assigned) ?? 'nobody',
    audience: known(NOTE_AUDIENCES, facts.audience) ?? 'everyone',
    because: known(OVERRIDE_ENDS, facts.because) ?? 'replaced',
    toLevel: level ?? 'none',
    cause: known(CAUSES, facts.cause) ?? 'unknown',
    asked: known(REQUEST_REASONS, facts.asked) ?? 'none',
  };
  const event = known(EVENTS, type.replace('.', '_'));
  return {
    actor: actorWords(),
    what: event ? t(`event.${event}`, values) : t('event.other', { type }),
  };

  function actorWords(): string {
    if (AUTOMATIC.includes(type)) return t('actor.system');
    if (actor.kind === 'staff') return actor.name ?? t('actor.staff');
    if (actor.kind === 'apiClient') return t('actor.apiClient', { name: actor.name ?? '' });
    return t(actor.kind === 'customer' ? 'actor.customer' : 'actor.system');
  }
}
