import { useTranslations } from 'next-intl';
import type { FormOutcome } from '@/components/form/form';
import { outcomeOf } from '@/components/form/outcome';
import type { ActionRefusal } from '@/lib/action-result';

/** Refusals that tell of something else than what the page behind the dialog shows. */
const BEHIND = [403, 404, 409] as const;

/**
 * What a dialog about a case shows of a refusal. Where the case is no longer as it was seen, it has the page read anew, and says where
 * to look.
 */
export function useRefused(onBehind: () => void): (refusal: ActionRefusal) => FormOutcome {
  const t = useTranslations('decisions');
  return (refusal) => {
    const outcome = outcomeOf(refusal);
    if (outcome.ok || !BEHIND.some((code) => code === refusal.code)) return outcome;
    onBehind();
    return { ...outcome, message: `${outcome.message ?? ''} ${t('behind')}`.trim() };
  };
}
