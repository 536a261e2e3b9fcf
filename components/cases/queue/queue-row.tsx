'use client';

import { daysBetween } from '@/lib/days';
import { useTranslations } from 'next-intl';
import { KindLabel } from '@/components/kyc/kind-label';
import { RiskBadge } from '@/components/kyc/risk-badge';
import { ToneBadge } from '@/components/ui/badge';
import { Bidi } from '@/components/ui/bidi';
import { Cell, Row, RowLink } from '@/components/ui/table';
import { useDateTime } from '@/components/ui/use-date-time';
import type { CaseLine } from '@/lib/kyc/cases';
import { paths } from '@/lib/paths';
import { Due } from '../due';
import { StageBadge } from '../stage-badge';

/** One case: by when, who, how risky, whose turn it is, why, and with whom. */
export function QueueRow({ line, today }: { line: CaseLine; today: string }) {
  const t = useTranslations('queue');
  const moment = useDateTime();
  return (
    <Row>
      <Cell label={t('columns.due')}>
        <Due dueOn={line.dueOn} today={today} />
      </Cell>
      <Cell className="max-md:-order-1 max-md:pb-1.5!">
        <RowLink href={paths.customer(line.submissionId)}>
          <Bidi>{line.displayName}</Bidi>
        </RowLink>
        <span className="block text-sm">
          <KindLabel userType={line.userType} />
        </span>
      </Cell>
      <Cell label={t('columns.risk')}>
        <RiskBadge level={line.riskLevel} look="plain" />
        {line.riskScore !== null && (
          <span className="block text-sm text-ink-soft">{t('score', { score: line.riskScore })}</span>
        )}
      </Cell>
      <Cell label={t('columns.stage')} className="max-md:col-span-2">
        <StageBadge stage={line.stage} look="plain" />
        {line.maker && (
          <span className="block text-sm text-ink-soft">
            {t.rich('proposedBy', { name: () => <Bidi>{line.maker?.name}</Bidi> })}
          </span>
        )}
        {line.isEscalated && (
          <span className="block">
            <ToneBadge tone="caution" className="text-sm!" look="plain">
              {t('escalated')}
            </ToneBadge>
          </span>
        )}
      </Cell>
      <Cell label={t('columns.because')} className="text-ink-soft">
        {t(`because.${line.because}`)}
      </Cell>
      <Cell label={t('columns.owner')} className="text-ink-soft">
        <Bidi>{line.employeeName}</Bidi>
      </Cell>
      <Cell label={t('columns.assignee')}>
        {line.assignee ? (
          <Bidi>{line.assignee.name}</Bidi>
        ) : (
          <span className="text-ink-soft">{t('nobody')}</span>
        )}
      </Cell>
      <Cell label={t('columns.age')} numeric className="whitespace-nowrap text-ink-soft">
        <time dateTime={line.openedAt} title={moment(new Date(line.openedAt))}>
          {t('age', { days: Math.max(0, daysBetween(line.openedAt.slice(0, 10), today)) })}
        </time>
      </Cell>
    </Row>
  );
}
