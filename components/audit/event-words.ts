import { useFormatter, useTranslations } from 'next-intl';
import { ACTIVITY_TYPES, type ActivityLine } from '@/lib/kyc/activity';
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
  'document.expired',
];
const ASSIGNED = ['self', 'other', 'nobody'] as const;
const CAUSES = ['unknown', 'password', 'locked', 'notSet'] as const;

/** A type or a field's name as a message's key, which holds no dot. */
export const messageKey = <T extends string>(type: T) => type.replace('.', '_') as Underscored<T>;
type Underscored<T> = T extends `${infer Of}.${infer What}` ? `${Of}_${What}` : T;

/** Who did it and what, in words; what a later version of the product put on record is named by its type. */
export function useEventWords({
  actor,
  type,
  facts,
}: Pick<ActivityLine, 'actor' | 'facts'> & { type: string }): { actor: string; what: string } {
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
  const told = known(ACTIVITY_TYPES, type);
  return {
    actor: actorWords(),
    what: told ? t(`event.${messageKey(told)}`, values) : t('event.other', { type }),
  };

  function actorWords(): string {
    if (AUTOMATIC.includes(type)) return t('actor.system');
    if (type === 'customer.sign_in_refused') return t('actor.somebody');
    if (actor.kind === 'staff') return actor.name ?? t('actor.staff');
    if (actor.kind === 'apiClient') return t('actor.apiClient', { name: actor.name ?? '' });
    return t(actor.kind === 'customer' ? 'actor.customer' : 'actor.system');
  }
}
