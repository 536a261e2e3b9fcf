import { useTranslations } from 'next-intl';
import type { RiskLevel } from '@/lib/kyc/contract/lists';
import type { DecisionKind, DecisionState } from '@/lib/kyc/decisions';
import type { Tone } from '@/lib/theme/tokens';

type Worded = { kind: DecisionKind; state: DecisionState; riskLevel: RiskLevel | null };

/** A decision in words: "Approved", or what was only proposed: "Approval". */
export function useDecisionWords() {
  const word = useWord();
  return (decision: Worded) => word(decision.state === 'effective' ? 'made' : 'proposed', decision);
}

/** What is meant, within a sentence: "the approval". */
export function useMeantWords() {
  const word = useWord();
  return (decision: Worded) => word('meant', decision);
}

function useWord() {
  const t = useTranslations('decisions');
  const kyc = useTranslations('kyc');
  return (form: 'made' | 'proposed' | 'meant', { kind, riskLevel }: Worded) =>
    t(`${form}.${kind}`, { level: riskLevel ? kyc(`risk.${riskLevel}`) : '' });
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
