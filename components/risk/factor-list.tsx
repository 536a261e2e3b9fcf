'use client';

import { scaleLinear } from '@visx/scale';
import { useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import { TONE_FILL } from '@/components/ui/tone-fill';
import { known, RISK_LEVELS } from '@/lib/kyc/contract/lists';
import type { RiskFactorLine, RiskSummary } from '@/lib/kyc/profile-page';
import { RISK_TONE } from '@/lib/kyc/tones';
import type { Tone } from '@/lib/theme/tokens';

interface FactorListProps {
  factors: readonly RiskFactorLine[];
  thresholds: RiskSummary['thresholds'];
  /** Leads to the answer of a question. */
  onOpenAnswer: (fieldId: string) => void;
}

/**
 * What the score is made of: for each factor its points as a bar, the row of the model that counted, how the points come about, and
 * the answers that it looked at. A press on the bar opens the first of them.
 */
export function FactorList({ factors, thresholds, onOpenAnswer }: FactorListProps) {
  const t = useTranslations('profile.riskPanel');
  const longest = Math.max(1, ...factors.map(({ contribution }) => contribution));
  const width = scaleLinear<number>({ domain: [0, longest], range: [0, 100], clamp: true });
  return (
    <ul aria-label={t('factors')} className="divide-y divide-line">
      {factors.map((factor) => (
        <li key={factor.id} className="py-2.5 first:pt-0 last:pb-0">
          <Head factor={factor} onOpenAnswer={onOpenAnswer}>
            <span className="min-w-0 font-medium group-enabled/head:group-hover/head:text-accent">
              <bdi>{factor.name}</bdi>
            </span>
            <span className="text-end font-medium">{t('points', { points: factor.contribution })}</span>
            <svg className="mirror col-span-2 mt-1 h-2 w-full" aria-hidden="true">
              <rect width="100%" height={8} rx={1} className="fill-line" />
              <rect
                width={`${width(Math.max(0, factor.contribution))}%`}
                height={8}
                rx={1}
                className={TONE_FILL[factor.known ? toneOf(factor.score, thresholds) : 'pending']}
              />
            </svg>
          </Head>
          <Why factor={factor} />
          <Answers factor={factor} onOpenAnswer={onOpenAnswer} />
        </li>
      ))}
    </ul>
  );
}

interface HeadProps {
  factor: RiskFactorLine;
  onOpenAnswer: FactorListProps['onOpenAnswer'];
  children: React.ReactNode;
}

/** Name, points and bar: a button where there is an answer to open. */
function Head({ factor: { name, sources, contribution }, onOpenAnswer, children }: HeadProps) {
  const t = useTranslations('profile.riskPanel');
  const layout = 'group/head grid w-full grid-cols-[1fr_auto] items-baseline gap-x-4';
  const [first] = sources;
  if (first === undefined) return <div className={layout}>{children}</div>;
  return (
    <button
      type="button"
      aria-label={t('openAnswerOf', { factor: name, points: contribution, question: first.label })}
      onClick={() => onOpenAnswer(first.fieldId)}
      className={`${layout} cursor-pointer rounded-sm text-start`}
    >
      {children}
    </button>
  );
}

/** The row of the model that counted, and the sum. */
function Why({ factor }: { factor: RiskFactorLine }) {
  const t = useTranslations('profile.riskPanel');
  const { explanation, rule, score, weight, contribution, known: isKnown } = factor;
  return (
    <div className="mt-1 space-y-0.5 text-sm">
      {!isKnown && <ToneBadge tone="pending">{t('notKnown')}</ToneBadge>}
      {(explanation ?? rule) && (
        <p>
          <bdi>{explanation ?? rule?.explanation}</bdi>
        </p>
      )}
      {rule && explanation !== null && !explanation.includes(rule.explanation) && (
        <p className="text-ink-soft">{t.rich('rule', { rule: () => <bdi>{rule.explanation}</bdi> })}</p>
      )}
      {score !== null && weight !== null && (
        <p className="text-ink-soft">{t('calculation', { score, weight, points: contribution })}</p>
      )}
    </div>
  );
}

/** The answers that were looked at, each a step away. */
function Answers({ factor: { sources }, onOpenAnswer }: Omit<HeadProps, 'children'>) {
  const t = useTranslations('profile.riskPanel');
  if (sources.length === 0) return null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-ink-soft">
      {t('from')}
      {sources.map(({ fieldId, label, answered }) => (
        <button
          key={fieldId}
          type="button"
          onClick={() => onOpenAnswer(fieldId)}
          className="min-h-6 cursor-pointer text-start text-accent underline decoration-line-strong decoration-1 underline-offset-3 hover:decoration-current"
        >
          <bdi>{label}</bdi>
          {!answered && <span className="text-pending-fg"> ({t('unanswered')})</span>}
        </button>
      ))}
    </p>
  );
}

/** A factor's own score in the tone of the level that the same score would give the whole. */
function toneOf(score: number | null, thresholds: RiskSummary['thresholds']): Tone {
  const at = score === null ? undefined : thresholds.findLast(({ from }) => score >= from);
  const level = known(RISK_LEVELS, at?.level);
  return level ? RISK_TONE[level] : 'info';
}
