import { useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import { KYC_STATES, known } from '@/lib/kyc/contract/lists';
import { STATE_TONE } from '@/lib/kyc/tones';

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
    <ToneBadge tone={kycState ? STATE_TONE[kycState] : 'neutral'} look={look}>
      {kycState ? t(`state.${kycState}`) : state}
    </ToneBadge>
  );
}
