import { scaleLinear } from '@visx/scale';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { RiskBadge } from '@/components/kyc/risk-badge';
import { StateBadge } from '@/components/kyc/state-badge';
import { Bars } from '@/components/ui/bars';
import { TONE_FILL } from '@/components/ui/tone-fill';
import { formatNumber } from '@/lib/format/numbers';
import { known, KYC_STATES, RISK_LEVELS } from '@/lib/kyc/contract/lists';
import type { MixCount } from '@/lib/kyc/dashboard';
import { funnelOf, levelsOf, mixAt } from '@/lib/kyc/dashboard-sums';
import { RISK_TONE } from '@/lib/kyc/tones';
import { paths, withQuery } from '@/lib/paths';

/** How many customers stand where at which level: a table of numbers, each with its bar, which opens its customers. */
export function MixTable({ mix }: { mix: readonly MixCount[] }) {
  const t = useTranslations('dashboard.mix');
  const levels = levelsOf(mix);
  const most = Math.max(1, ...mix.map(({ count }) => count));
  const cell =
    'border-b border-line px-2 py-1.5 first:ps-0 last:pe-0 group-last/row:border-0 max-sm:px-1 max-sm:text-sm [&_span]:whitespace-normal max-sm:[&_span]:gap-1 max-sm:[&_span]:text-sm';
  return (
    <table className="w-full table-fixed border-separate border-spacing-0">
      <caption className="sr-only">{t('label')}</caption>
      <thead>
        <tr>
          <th
            scope="col"
            className={`${cell} w-2/5 text-start max-sm:w-[32%] text-sm font-medium text-ink-soft`}
          >
            {t('state')}
          </th>
          {levels.map((level) => (
            <th key={level} scope="col" className={`${cell} text-start font-normal`}>
              <RiskBadge level={level} look="plain" />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {funnelOf(mix).map(({ state }) => (
          <tr key={state} className="group/row">
            <th scope="row" className={`${cell} text-start font-normal`}>
              <StateBadge state={state} look="plain" />
            </th>
            {levels.map((level) => (
              <td key={level} className={cell}>
                <MixCell state={state} level={level} count={mixAt(mix, state, level)} most={most} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MixCell({ state, level, count, most }: MixCount & { most: number }) {
  const locale = useLocale();
  const kycState = known(KYC_STATES, state);
  const riskLevel = known(RISK_LEVELS, level);
  if (count === 0) return <span className="text-ink-faint">0</span>;
  const width = scaleLinear<number>({ domain: [0, most], range: [0, 100] })(count);
  const shown = (
    <>
      <span className="block tabular-nums">{formatNumber(count, locale)}</span>
      <Bars
        className="mirror mt-0.5 block h-1.5 w-full"
        bars={[
          {
            width: `${Math.max(width, 2)}%`,
            height: 6,
            rx: 1,
            className: TONE_FILL[riskLevel ? RISK_TONE[riskLevel] : 'neutral'],
          },
        ]}
      />
    </>
  );
  return kycState && riskLevel ? (
    <Link
      href={withQuery(paths.customers, { state: kycState, risk: riskLevel })}
      className="block rounded-sm hover:bg-hover hover:text-accent"
    >
      {shown}
    </Link>
  ) : (
    shown
  );
}
