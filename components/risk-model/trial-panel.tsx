'use client';

import { cx } from 'class-variance-authority';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { RiskBadge } from '@/components/kyc/risk-badge';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { RISK_LEVELS } from '@/lib/kyc/contract/lists';
import type { ModelTrial } from '@/lib/risk/model-office';
import { countMoved, type LevelMove, movesOf } from '@/lib/risk/trial';
import { BookProgressBar } from './book-progress';
import { TrialMoves } from './trial-moves';

interface TrialPanelProps {
  trial: ModelTrial | null;
  /** The revision that is saved. */
  revision: number;
  /** Undefined for who may not try it. */
  onTry: (() => void) | undefined;
  isTrying: boolean;
}

/** What releasing the version would do to the customers' levels. */
export function TrialPanel({ trial, revision, onTry, isTrying }: TrialPanelProps) {
  const t = useTranslations('riskModel.trial');
  return (
    <Panel
      id="trial"
      title={t('title')}
      meta={trial?.finishedAt && t.rich('triedOn', { date: () => <DateTime value={trial.startedAt} /> })}
      actions={
        onTry && (
          <Button size="sm" pending={isTrying ? t('trying') : undefined} onClick={onTry}>
            {trial ? t('again') : t('try')}
          </Button>
        )
      }
    >
      {trial === null ? (
        <p className="text-ink-soft">{t('none')}</p>
      ) : trial.finishedAt === null ? (
        <BookProgressBar progress={trial.progress} label={t('trying')} />
      ) : (
        <>
          {trial.revision !== revision && (
            <Notice tone="caution" className="mb-3">
              {t('stale')}
            </Notice>
          )}
          <Outcome trial={trial} />
        </>
      )}
    </Panel>
  );
}

function Outcome({ trial }: { trial: ModelTrial }) {
  const t = useTranslations('riskModel.trial');
  const kyc = useTranslations('kyc');
  const format = useFormatter();
  const [shown, setShown] = useState<LevelMove>();
  const moves = movesOf(trial.counts);
  const words = (level: LevelMove['from']) => kyc(`risk.${level}`);
  return (
    <div className="space-y-4">
      <p role="status" className="font-medium">
        {t('moved', { count: countMoved(trial.counts) })}
        {trial.held > 0 && ` ${t('held', { count: trial.held })}`}
      </p>
      <table aria-label={t('matrix')} className="border-separate border-spacing-0">
        <thead>
          <tr>
            <th scope="col" className="px-3 py-1.5 text-start text-sm font-medium text-ink-soft">
              {t('now')}
            </th>
            {RISK_LEVELS.map((to) => (
              <th key={to} scope="col" className="px-3 py-1.5 text-end text-sm font-medium">
                {t('then', { level: words(to) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {RISK_LEVELS.map((from) => (
            <tr key={from}>
              <th scope="row" className="border-t border-line px-3 py-1.5 text-start font-normal">
                <RiskBadge level={from} look="plain" />
              </th>
              {RISK_LEVELS.map((to) => (
                <td
                  key={to}
                  className={cx(
                    'border-t border-line px-3 py-1.5 text-end',
                    from === to ? 'text-ink-soft' : trial.counts[from][to] > 0 && 'font-semibold',
                  )}
                >
                  {format.number(trial.counts[from][to])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {moves.length > 0 && (
        <ul aria-label={t('moves')} className="flex flex-wrap gap-2">
          {moves.map((move) => {
            const isShown = shown?.from === move.from && shown.to === move.to;
            return (
              <li key={`${move.from}${move.to}`}>
                <Button
                  size="sm"
                  aria-expanded={isShown}
                  onClick={() => setShown(isShown ? undefined : move)}
                >
                  {t('move', { count: move.count, from: words(move.from), to: words(move.to) })}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {shown && <TrialMoves trialId={trial.id} move={shown} />}
    </div>
  );
}
