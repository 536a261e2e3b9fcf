import { useTranslations } from 'next-intl';
import type { RiskLevel } from '@/lib/kyc/contract/lists';
import type { DecisionKind, DecisionState } from '@/lib/kyc/decisions';
import type { Tone } from '@/lib/theme/tokens';

/** A decision in words: "Approved", or what was only proposed: "Approval". */
export function useDecisionWords() {
  const t = useTranslations('decisions');
  const kyc = useTranslations('kyc');
  return ({
    kind,
    state,
    riskLevel,
  }: {
    kind: DecisionKind;
    state: DecisionState;
    riskLevel: RiskLevel | null;
  }) =>
    t(`${state === 'effective' ? 'made' : 'proposed'}.${kind}`, {
      level: riskLevel ? kyc(`risk.${riskLevel}`) : '',
    });
}

/** How a decision that took effect is meant. */
export const KIND_TONE: Record<DecisionKind, Tone> = {
  approve: 'positive',
  reject: 'critical',
  escalate: 'caution',
  changeLevel: 'info',
};

/** How the end of a proposal is meant. */
export const STATE_TONE: Record<Exclude<DecisionState, 'effective'>, Tone> = {
  awaitingSecond: 'pending',
  declined: 'critical',
  withdrawn: 'neutral',
  lapsed: 'caution',
};
