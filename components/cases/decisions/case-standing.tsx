'use client';

import { useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import type { CaseView } from '@/lib/kyc/cases';
import { Due } from '../due';
import { StageBadge } from '../stage-badge';

interface CaseStandingProps {
  view: Extract<CaseView, { kind: 'compliance' }>;
  today: string;
}

/** Whose turn it is, why, by when, and who has the case. */
export function CaseStanding({ view: { case: open, rights }, today }: CaseStandingProps) {
  const t = useTranslations('decisions.standing');
  const why = useTranslations('fourEyes.why');
  const queue = useTranslations('queue');
  if (!open) {
    const idle = rights && !rights.approve.allowed ? why(rights.approve.why) : t('noCase');
    return <p className="text-ink-soft">{idle}</p>;
  }
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <StageBadge stage={open.stage} />
      {open.escalated && (
        <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
          <ToneBadge tone="caution">{queue('escalated')}</ToneBadge>
          <span className="text-sm text-ink-soft">
            {t.rich('escalatedBy', {
              by: () => <bdi>{open.escalated?.by.name}</bdi>,
              at: () => <DateTime value={open.escalated?.at ?? ''} show="date" />,
            })}
          </span>
        </span>
      )}
      <Due dueOn={open.dueOn} today={today} inline />
      <span className="text-sm text-ink-soft">{queue(`because.${open.because}`)}</span>
      <span className="text-sm text-ink-soft">
        {open.assignee
          ? t.rich('assignedTo', { name: () => <bdi className="text-ink">{open.assignee?.name}</bdi> })
          : t('nobody')}
      </span>
    </p>
  );
}
