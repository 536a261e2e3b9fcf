import { scaleLinear } from '@visx/scale';
import { useTranslations } from 'next-intl';
import { TONE_FILL } from '@/components/ui/tone-fill';
import { known, RISK_LEVELS } from '@/lib/kyc/contract/lists';
import type { RiskSummary } from '@/lib/kyc/profile-page';
import { RISK_TONE } from '@/lib/kyc/tones';

/** Where the score stands between the levels, from 0 to 100. */
export function RiskScale({ score, thresholds }: { score: number; thresholds: RiskSummary['thresholds'] }) {
  const t = useTranslations('profile.riskPanel');
  const at = scaleLinear<number>({ domain: [0, 100], range: [0, 100], clamp: true });
  return (
    <svg
      role="img"
      aria-label={t('scale', { score })}
      className="mirror mt-4 block h-5 w-full overflow-visible"
    >
      {thresholds.map(({ level, from, to }) => {
        const riskLevel = known(RISK_LEVELS, level);
        return (
          <rect
            key={level}
            x={`${at(from)}%`}
            y={8}
            width={`${at(to) - at(from)}%`}
            height={5}
            className={`${TONE_FILL[riskLevel ? RISK_TONE[riskLevel] : 'neutral']} stroke-surface`}
          />
        );
      })}
      <svg x={`${at(score)}%`} overflow="visible" aria-hidden="true">
        <path d="M-5 0H5L0 7Z" className="fill-ink" />
        <rect x={-1} y={5} width={2} height={13} className="fill-ink" />
      </svg>
    </svg>
  );
}
