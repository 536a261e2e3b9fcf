import { useTranslations } from 'next-intl';
import type { Toast } from '@/components/ui/toast';
import type { CaseOutcome } from './case-dialogs';
import { useDecisionWords } from './decision-words';

/** What happened, after something was done about a case. */
export function useOutcomeWords(): (outcome: CaseOutcome) => Toast {
  const t = useTranslations('decisions.after');
  const kyc = useTranslations('kyc');
  const words = useDecisionWords();
  return (outcome) => {
    if (outcome.done === 'handOver') {
      return { title: outcome.to === null ? t('handOverNobody') : t('handOver', { name: outcome.to }) };
    }
    if (outcome.done !== 'decided') return { title: t(outcome.done) };
    const { kind, state, level } = outcome;
    if (state === 'awaitingSecond') {
      return {
        title: t('proposed', { what: words({ kind, state, riskLevel: level ?? null }) }),
        detail: t('proposedDetail'),
        tone: 'pending',
      };
    }
    return {
      title: t(kind, { level: level ? kyc(`risk.${level}`) : '' }),
      ...(kind === 'escalate' && { detail: t('escalateDetail') }),
    };
  };
}
