import { useTranslations } from 'next-intl';
import type { ChangeMark } from '@/lib/kyc/profile-diff';
import type { Tone } from '@/lib/theme/tokens';

/** How each mark is meant. */
export const MARK_TONE: Record<ChangeMark, Tone> = {
  riskMoving: 'critical',
  material: 'caution',
  cosmetic: 'neutral',
};

const TRIGGERS = [
  'customer_created',
  'answers_saved',
  'document_uploaded',
  'document_deleted',
  'document_expired',
  'submission_submitted',
  'information_requested',
  'information_withdrawn',
  'information_answered',
  'review_due',
  'risk_overridden',
  'override_ended',
  'decision',
  'upgrade',
] as const;

/** Words what occasioned a version; what is not known by name has simply changed. */
export function useTrigger(): (trigger: string | null) => string {
  const t = useTranslations('versions.trigger');
  return (trigger) => {
    const key = trigger?.replaceAll('.', '_');
    const known = TRIGGERS.find((one) => key === one || (one === 'decision' && key?.startsWith('decision_')));
    return t(known ?? 'other');
  };
}
