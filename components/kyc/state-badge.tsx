import { useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import { KYC_STATES, type KycState } from '@/lib/kyc/contract/lists';
import { known } from '@/lib/kyc/contract/text';
import type { Tone } from '@/lib/theme/tokens';

const TONE: Record<KycState, Tone> = {
  New: 'neutral',
  Onboarding: 'info',
  ComplianceReview: 'pending',
  Approved: 'positive',
  Rejected: 'critical',
  OnboardingAfterRejection: 'info',
};

interface StateBadgeProps {
  /** A state of the contract; an unknown word of another server is shown as it came. */
  state: string;
  look?: 'filled' | 'plain';
}

/** A submission's state in word, shape and tone. */
export function StateBadge({ state, look = 'filled' }: StateBadgeProps) {
  const t = useTranslations('kyc');
  const kycState = known(KYC_STATES, state);
  return (
    <ToneBadge tone={kycState ? TONE[kycState] : 'neutral'} look={look}>
      {kycState ? t(`state.${kycState}`) : state}
    </ToneBadge>
  );
}
