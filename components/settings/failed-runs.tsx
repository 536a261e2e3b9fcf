'use client';

import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import { Code } from '@/components/ui/bidi';
import { DateTime } from '@/components/ui/date-time';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import { useDateTime } from '@/components/ui/use-date-time';
import type { FailedRun } from '@/lib/jobs-view';
import type { Tone } from '@/lib/theme/tokens';
import type { JobActions } from './job-actions';
import { AskButton } from './job-ask';
import { useJobWords } from './job-words';

const TONE: Record<FailedRun['state'], Tone> = { open: 'critical', takenUp: 'info', madeGood: 'positive' };

interface FailedRunsProps {
  runs: readonly FailedRun[];
  runAgain: JobActions['runJobAgain'];
  onAsked: () => Promise<void>;
}

/** What was given up in the last week, why, and what became of it since. */
export function FailedRuns({ runs, runAgain, onAsked }: FailedRunsProps) {
  const t = useTranslations('jobs.runs');
  const words = useJobWords();
  const dateTime = useDateTime();
  return (
    <section aria-labelledby="failed-runs" className="mt-8">
      <h2 id="failed-runs" className="mb-2 text-lg font-semibold">
        {t('title')}
      </h2>
      {runs.length === 0 ? (
        <ToneBadge tone="positive" look="plain" className="whitespace-normal!">
          {t('none')}
        </ToneBadge>
      ) : (
        <Table label={t('list')}>
          <TableHead>
            <HeadCell>{t('columns.job')}</HeadCell>
            <HeadCell>{t('columns.failedAt')}</HeadCell>
            <HeadCell className="w-[38%]">{t('columns.reason')}</HeadCell>
            <HeadCell>{t('columns.state')}</HeadCell>
            <HeadCell>
              <span className="sr-only">{t('columns.actions')}</span>
            </HeadCell>
          </TableHead>
          <TableBody>
            {runs.map((run) => (
              <Row key={run.id}>
                <Cell className="font-medium">{words.name(run.job)}</Cell>
                <Cell label={t('columns.failedAt')}>
                  <DateTime value={run.failedAt} />
                  <span className="block text-sm text-ink-soft">{t('tries', { count: run.tries })}</span>
                </Cell>
                <Cell label={t('columns.reason')} className="max-md:order-1 max-md:col-span-2">
                  {words.fault(run)}
                  {run.codes.length > 0 && (
                    <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
                      {run.codes.map((code) => (
                        <Code key={code}>{code}</Code>
                      ))}
                    </span>
                  )}
                </Cell>
                <Cell label={t('columns.state')}>
                  <ToneBadge tone={TONE[run.state]} look="plain">
                    {t(`state.${run.state}`)}
                  </ToneBadge>
                </Cell>
                <Cell className="text-end max-md:order-2 max-md:text-start">
                  {run.state === 'open' && (
                    <AskButton
                      icon={<RotateCcw />}
                      label={t('againFor', {
                        job: words.name(run.job),
                        time: dateTime(new Date(run.failedAt)),
                      })}
                      busy={t('busy')}
                      ask={() => runAgain({ job: run.job, runId: run.id })}
                      said={() => t('done', { job: words.name(run.job) })}
                      onAsked={onAsked}
                    >
                      {t('again')}
                    </AskButton>
                  )}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}
