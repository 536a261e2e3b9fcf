import { useTranslations } from 'next-intl';
import {
  FIRM_EVENTS,
  FIRM_KINDS,
  type FirmEventType,
  type TrailChange,
  type TrailLine,
} from '@/lib/audit-trail';
import { ROLES } from '@/lib/auth/permissions';
import { JOB_NAMES } from '@/lib/jobs';
import { ACTIVITY_TYPES, type ActivityType } from '@/lib/kyc/activity';
import { known } from '@/lib/kyc/contract/lists';
import { REASON_PURPOSES } from '@/lib/kyc/decisions';
import { messageKey, useEventWords } from './event-words';

/** What happens without a customer only; what can happen with one is worded as on the customer's own page. */
const isFirmOnly = (type: FirmEventType): type is Exclude<FirmEventType, ActivityType> =>
  !(ACTIVITY_TYPES as readonly string[]).includes(type);
const FIRM_ONLY = FIRM_KINDS.flatMap<FirmEventType>((kind) => FIRM_EVENTS[kind]).filter(isFirmOnly);

const CAUSES = ['unknown', 'password', 'locked', 'disabled'] as const;

/** Who did it and what, in words. */
export function useTrailWords(line: TrailLine): { actor: string; what: string } {
  const t = useTranslations('audit');
  const jobs = useTranslations('jobs');
  const roles = useTranslations('auth.roles');
  const words = useEventWords(line);
  const { facts } = line;
  const type = known(FIRM_ONLY, line.type);
  if (!type) {
    const { kind, name } = line.actor;
    const isBehind = kind === 'staff' && name !== null && words.actor !== name;
    return isBehind ? { ...words, actor: t('behind', { actor: words.actor, name }) } : words;
  }
  const role = known(ROLES, facts.role);
  const job = known(JOB_NAMES, facts.job);
  const isNameless = type === 'staff.sign_in_refused' || type === 'api_client.token_refused';
  return {
    actor: isNameless ? t('somebody') : words.actor,
    what: t(`event.${messageKey(type)}`, {
      user: typeof facts.user === 'string' ? facts.user : 'none',
      hasUser: typeof facts.user === 'string' ? 'yes' : 'no',
      role: role ? roles(role) : '',
      job: job ? jobs(`job.${job}.name`) : String(facts.job),
      version: Number(facts.version ?? 0),
      words: typeof facts.words === 'string' ? facts.words : '',
      purpose: known(REASON_PURPOSES, facts.purpose) ?? 'none',
      cause: known(CAUSES, facts.cause) ?? 'unknown',
    }),
  };
}

const FIELDS = [
  'reviewMonths.High',
  'reviewMonths.Medium',
  'reviewMonths.Low',
  'decisionDays',
  'overrideDays',
  'role',
  'employee',
] as const;

/** A change in words: what was changed, from what to what. */
export function useChangeWords(): (change: TrailChange) => string {
  const t = useTranslations('audit');
  const roles = useTranslations('auth.roles');
  return ({ field, from, to }) => {
    const value = (one: TrailChange['from']) => {
      const role = field === 'role' ? known(ROLES, one) : undefined;
      return role ? roles(role) : one === null ? t('none') : String(one);
    };
    const name = known(FIELDS, field);
    return t('change', {
      field: name ? t(`field.${messageKey(name)}`) : field,
      from: value(from),
      to: value(to),
    });
  };
}
