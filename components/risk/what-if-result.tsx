'use client';

import { useLocale, useTranslations } from 'next-intl';
import { RiskBadge } from '@/components/kyc/risk-badge';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { formatCalendarDay } from '@/lib/format/dates';
import type { RiskAssessmentDetail } from '@/lib/kyc/contract/profiles';
import type { Lever, PaperResult, WhatIf } from '@/lib/risk/what-if';
import { RiskScale } from './risk-scale';

interface WhatIfResultProps {
  result: WhatIf | undefined;
  failed: boolean;
  working: boolean;
  /** Whether anything is changed on paper. */
  changed: boolean;
  /** Takes a question among those that are changed. */
  onTry: (fieldId: string) => void;
  triable: (fieldId: string) => boolean;
  /** The level that a person set, while that is in force. */
  frozen: FrozenLevel | undefined;
}

/** A level that holds whatever the score, and the last day of it. */
export type FrozenLevel = { level: string | null; validUntil: string | null };

/** What is and what would be side by side, what moves, and which single change would move the level. */
export function WhatIfResult(props: WhatIfResultProps) {
  const { result, failed, working, changed, onTry, triable, frozen } = props;
  const t = useTranslations('whatIf');
  if (failed) {
    return (
      <Notice tone="critical" role="alert">
        {t('failed')}
      </Notice>
    );
  }
  if (!result) return <Skeleton className="h-64 w-full" />;
  const { current, onPaper, levers, modelId, modelVersion } = result;
  return (
    <div className="min-w-0 space-y-4" aria-busy={working}>
      {frozen && <Frozen frozen={frozen} />}
      <div className="grid grid-cols-2 gap-3">
        <Paper title={t('now')} result={current} />
        <Paper title={t('onPaper')} result={onPaper} strong={changed} />
      </div>
      <div role="status" className="min-h-5">
        {changed ? (
          <Verdict current={current} onPaper={onPaper} byScore={frozen !== undefined} />
        ) : (
          t('empty')
        )}
      </div>
      {changed && <Moves before={current.detail} after={onPaper.detail} />}
      <section aria-labelledby="what-if-levers">
        <h3 id="what-if-levers" className="mb-1 font-semibold">
          {t('levers')}
        </h3>
        {levers.length === 0 ? (
          <p className="text-ink-soft">{t('noLevers')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {levers.map((lever) => (
              <LeverLine key={`${lever.fact} ${lever.to}`} lever={lever} onTry={onTry} triable={triable} />
            ))}
          </ul>
        )}
      </section>
      <p className="text-xs text-ink-soft">{t('model', { model: modelId, version: modelVersion })}</p>
    </div>
  );
}

function Paper({ title, result, strong }: { title: string; result: PaperResult; strong?: boolean }) {
  const t = useTranslations('whatIf');
  const thresholds = (result.detail.thresholds ?? []).map(({ riskLevelId, from, to }) => ({
    level: riskLevelId ?? '',
    from: from ?? 0,
    to: to ?? 100,
  }));
  return (
    <div
      className={`rounded border p-3 ${strong ? 'border-accent bg-accent-soft' : 'border-line bg-surface'}`}
    >
      <h3 className="eyebrow mb-1">{title}</h3>
      <RiskBadge level={result.calculatedRiskLevelId} />
      <p className="mt-1 text-lg font-semibold">{t('score', { score: result.score })}</p>
      <RiskScale score={result.score} thresholds={thresholds} />
      {result.isProvisional && <p className="mt-1 text-xs text-ink-soft">{t('provisional')}</p>}
    </div>
  );
}

/** That the level in force does not follow the score, and until when. */
function Frozen({ frozen: { level, validUntil } }: { frozen: FrozenLevel }) {
  const t = useTranslations('whatIf');
  const locale = useLocale();
  const badge = { level: () => <RiskBadge level={level} look="plain" /> };
  return (
    <Notice tone="info" role="note">
      <p>
        {validUntil
          ? t.rich('frozenUntil', { ...badge, day: formatCalendarDay(validUntil, locale) })
          : t.rich('frozen', badge)}
      </p>
      <p className="text-sm text-ink-soft">{t('frozenEnds')}</p>
    </Notice>
  );
}

/** Whether the level would be another; `byScore` = it is not the one in force that this is about. */
function Verdict({ current, onPaper, byScore }: Pick<WhatIf, 'current' | 'onPaper'> & { byScore: boolean }) {
  const t = useTranslations('whatIf');
  const kyc = useTranslations('kyc');
  const [from, to] = [current.calculatedRiskLevelId, onPaper.calculatedRiskLevelId];
  return (
    <p className="font-medium">
      {from === to
        ? t(byScore ? 'sameByScore' : 'same', { level: kyc(`risk.${to}`) })
        : t(byScore ? 'movesByScore' : 'moves', { from: kyc(`risk.${from}`), to: kyc(`risk.${to}`) })}
    </p>
  );
}

/** Less than that is the rounding of a contribution. */
const NOTICEABLE = 0.05;

function Moves({ before, after }: { before: RiskAssessmentDetail; after: RiskAssessmentDetail }) {
  const t = useTranslations('whatIf');
  const was = new Map((before.factors ?? []).map(({ id, contribution }) => [id, contribution ?? 0]));
  const moved = (after.factors ?? [])
    .map(({ id, name, contribution }) => ({
      id: id ?? '',
      name: name ?? id ?? '',
      from: was.get(id) ?? 0,
      to: contribution ?? 0,
    }))
    .filter(({ from, to }) => Math.abs(to - from) >= NOTICEABLE);
  return (
    <section aria-labelledby="what-if-factors">
      <h3 id="what-if-factors" className="mb-1 font-semibold">
        {t('factors')}
      </h3>
      {moved.length === 0 ? (
        <p className="text-ink-soft">{t('nothingMoves')}</p>
      ) : (
        <ul className="space-y-0.5">
          {moved.map(({ id, name, from, to }) => (
            <li key={id}>
              {t.rich('moved', { name: () => <bdi className="font-medium">{name}</bdi>, from, to })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function LeverLine({
  lever,
  onTry,
  triable,
}: { lever: Lever } & Pick<WhatIfResultProps, 'onTry' | 'triable'>) {
  const t = useTranslations('whatIf');
  const sources = lever.sources.filter(({ fieldId }) => triable(fieldId));
  return (
    <li className="py-2">
      <p>
        {t.rich('lever', {
          fact: () => <bdi className="font-medium">{lever.label}</bdi>,
          from: () => <bdi className="text-ink-soft">{lever.from ?? t('unknown')}</bdi>,
          to: () => <bdi>{lever.to}</bdi>,
        })}
      </p>
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
        <RiskBadge level={lever.riskLevelId} look="plain" />
        {t('leverResult', { score: lever.score })}
        {sources.length > 1 && <span>{t('changeOne')}</span>}
        {sources.map(({ fieldId, label }) => (
          <Button
            key={fieldId}
            variant="ghost"
            size="sm"
            className="h-auto min-h-8 max-w-full text-start whitespace-normal"
            aria-label={t('changeOf', { question: label })}
            onClick={() => onTry(fieldId)}
          >
            {sources.length > 1 ? <bdi>{label}</bdi> : t('change')}
          </Button>
        ))}
      </p>
    </li>
  );
}
