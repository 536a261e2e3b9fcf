'use client';

import { useLocale, useTranslations } from 'next-intl';
import { RiskBadge } from '@/components/kyc/risk-badge';
import { ToneBadge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { formatCalendarDay } from '@/lib/format/dates';
import type { DecisionLine, DecisionOutcome } from '@/lib/kyc/cases';
import { KIND_TONE, STATE_TONE, useDecisionWords } from './decision-words';

/** What was decided so far, the newest first, with who, when and why. */
export function DecisionTimeline({ decisions }: { decisions: readonly DecisionLine[] }) {
  const t = useTranslations('decisions.timeline');
  return (
    <Panel id="decisions" title={t('title')} meta={decisions.length > 0 && decisions.length}>
      {decisions.length === 0 ? (
        <p className="text-ink-soft">{t('empty')}</p>
      ) : (
        <ol className="space-y-4 border-s-2 border-line ps-4">
          {decisions.map((line) => (
            <Entry key={line.id} line={line} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Entry({ line }: { line: DecisionLine }) {
  const t = useTranslations('decisions.timeline');
  const locale = useLocale();
  const words = useDecisionWords();
  const { kind, state, maker, madeAt, checker, checkerNote, closedAt, reason, note, validUntil, levelEnd } =
    line;
  return (
    <li className="space-y-0.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        {state === 'effective' ? (
          <ToneBadge tone={KIND_TONE[kind]}>{words(line)}</ToneBadge>
        ) : (
          <>
            <span className="font-medium">{words(line)}</span>
            <ToneBadge tone={STATE_TONE[state]}>{t(`state.${state}`)}</ToneBadge>
          </>
        )}
      </p>
      <p className="text-sm text-ink-soft">
        {t.rich(checker || state !== 'effective' ? 'proposedBy' : 'by', {
          name: () => <bdi className="text-ink">{maker.name}</bdi>,
          at: () => <DateTime value={madeAt} />,
          version: line.seenVersion,
        })}
      </p>
      {checker && closedAt && (
        <p className="text-sm text-ink-soft">
          {t.rich(state === 'declined' ? 'declinedBy' : 'confirmedBy', {
            name: () => <bdi className="text-ink">{checker.name}</bdi>,
            at: () => <DateTime value={closedAt} />,
          })}
        </p>
      )}
      {!checker && closedAt && (state === 'withdrawn' || state === 'lapsed') && (
        <p className="text-sm text-ink-soft">
          {t.rich(`${state}At`, { at: () => <DateTime value={closedAt} /> })}
        </p>
      )}
      {levelEnd ? (
        <p className="text-sm text-ink-soft">
          {t.rich(`ended.${levelEnd.because}`, { at: () => <DateTime value={levelEnd.at} /> })}
        </p>
      ) : (
        validUntil && (
          <p className="text-sm text-ink-soft">
            {t('until', { day: formatCalendarDay(validUntil, locale) })}
          </p>
        )
      )}
      {reason && (
        <p>
          <bdi>{reason}</bdi>
        </p>
      )}
      {[note, checkerNote].map(
        (text, at) =>
          text && (
            <p key={at} className="max-w-prose break-words whitespace-pre-line text-ink-soft">
              <bdi>{text}</bdi>
            </p>
          ),
      )}
    </li>
  );
}

/** What a relationship manager learns of decisions: what, and when. */
export function OutcomeList({ decisions }: { decisions: readonly DecisionOutcome[] }) {
  const t = useTranslations('decisions.timeline');
  const words = useTranslations('decisions.made');
  return (
    <Panel id="decisions" title={t('title')}>
      {decisions.length === 0 ? (
        <p className="text-ink-soft">{t('empty')}</p>
      ) : (
        <ol className="divide-y divide-line">
          {decisions.map(({ id, kind, riskLevel, at, endedAt }) => (
            <li
              key={id}
              className="flex flex-wrap items-baseline justify-between gap-x-3 py-1.5 first:pt-0 last:pb-0"
            >
              {kind === 'changeLevel' ? (
                <span className="inline-flex flex-wrap items-baseline gap-x-2">
                  {t('levelSet')} <RiskBadge level={riskLevel} look="plain" />
                  {endedAt && (
                    <span className="text-sm text-ink-soft">
                      {t.rich('levelEnded', { at: () => <DateTime value={endedAt} show="date" /> })}
                    </span>
                  )}
                </span>
              ) : (
                <ToneBadge tone={KIND_TONE[kind]} look="plain">
                  {words(kind)}
                </ToneBadge>
              )}
              <DateTime value={at} show="date" className="text-sm whitespace-nowrap text-ink-soft" />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
