import { useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import { known, RISK_LEVELS } from '@/lib/kyc/contract/lists';
import { RISK_TONE } from '@/lib/kyc/tones';

interface RiskBadgeProps {
  /** A level of the contract; an unknown word of another server is shown as it came. */
  level: string | null | undefined;
  look?: 'filled' | 'plain';
}

/** A risk level in word, shape and tone. */
export function RiskBadge({ level, look = 'filled' }: RiskBadgeProps) {
  const t = useTranslations('kyc');
  const riskLevel = known(RISK_LEVELS, level);
  return (
    <ToneBadge tone={riskLevel ? RISK_TONE[riskLevel] : 'neutral'} look={look}>
      {riskLevel ? t(`risk.${riskLevel}`) : (level ?? t('riskUnknown'))}
    </ToneBadge>
  );
}
