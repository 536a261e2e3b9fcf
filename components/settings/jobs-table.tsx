'use client';

import { Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ToneBadge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import { CLOCK_JOBS, type ClockJob, type JobName } from '@/lib/jobs';
import type { JobLine } from '@/lib/jobs-view';
import type { JobActions } from './job-actions';
import { AskButton } from './job-ask';
import { useJobWords } from './job-words';

interface JobsTableProps {
  jobs: readonly JobLine[];
  runNow: JobActions['runJobNow'];
  onAsked: () => Promise<void>;
}

/** Each job: what it does, when, how the last run went, and what it is at. */
export function JobsTable({ jobs, runNow, onAsked }: JobsTableProps) {
  const t = useTranslations('jobs');
  const words = useJobWords();
  return (
    <Table label={t('list')}>
      <TableHead>
        <HeadCell className="w-[38%]">{t('columns.job')}</HeadCell>
        <HeadCell>{t('columns.when')}</HeadCell>
        <HeadCell>{t('columns.last')}</HeadCell>
        <HeadCell>{t('columns.now')}</HeadCell>
        <HeadCell>
          <span className="sr-only">{t('columns.actions')}</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {jobs.map((job) => (
          <Row key={job.name}>
            <Cell>
              <span className="font-medium">{words.name(job.name)}</span>
              <span className="block max-w-prose text-sm text-ink-soft">{t(`job.${job.name}.what`)}</span>
            </Cell>
            <Cell label={t('columns.when')}>
              <When job={job} />
            </Cell>
            <Cell label={t('columns.last')}>
              <Last job={job} />
            </Cell>
            <Cell label={t('columns.now')}>
              <Now job={job} />
            </Cell>
            <Cell className="text-end max-md:col-span-1! max-md:self-end">
              {isClockJob(job.name) && (
                <AskButton
                  icon={<Play />}
                  label={t('runNow.for', { job: words.name(job.name) })}
                  busy={t('runNow.busy')}
                  ask={() => runNow({ job: job.name as ClockJob })}
                  said={({ isNew }) =>
                    t(isNew ? 'runNow.done' : 'runNow.waits', { job: words.name(job.name) })
                  }
                  onAsked={onAsked}
                >
                  {t('runNow.label')}
                </AskButton>
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

const isClockJob = (name: JobName): name is ClockJob => name in CLOCK_JOBS;

function When({ job }: { job: JobLine }) {
  const t = useTranslations('jobs.schedule');
  const every = isClockJob(job.name) ? CLOCK_JOBS[job.name].every : undefined;
  return (
    <>
      <span className="whitespace-nowrap">{t(every ?? 'change')}</span>
      {job.nextAt && every !== 'minute' && (
        <span className="block text-sm whitespace-nowrap text-ink-soft">
          {t.rich('next', { time: () => <DateTime value={job.nextAt ?? ''} /> })}
        </span>
      )}
    </>
  );
}

function Last({ job: { last } }: { job: JobLine }) {
  const t = useTranslations('jobs.last');
  const words = useJobWords();
  if (!last) return <span className="text-ink-soft">{t('none')}</span>;
  return (
    <>
      <DateTime value={last.endedAt} />
      <span className="block text-sm text-ink-soft">
        {t(last.outcome, { duration: words.duration(last.tookMs) })}
      </span>
    </>
  );
}

function Now({ job: { running, waiting, failed, retry } }: { job: JobLine }) {
  const t = useTranslations('jobs.now');
  if (running + waiting + failed === 0 && !retry) return <span className="text-ink-soft">{t('idle')}</span>;
  return (
    <span className="flex flex-col items-start gap-0.5">
      {running > 0 && (
        <ToneBadge tone="info" look="plain">
          {t('running', { count: running })}
        </ToneBadge>
      )}
      {waiting > 0 && (
        <ToneBadge tone="pending" look="plain">
          {t('waiting', { count: waiting })}
        </ToneBadge>
      )}
      {retry && (
        <span>
          <ToneBadge tone="caution" look="plain">
            <span>{t.rich('retry', { time: () => <DateTime value={retry.at} /> })}</span>
          </ToneBadge>
          <span className="block text-sm text-ink-soft">{t('attempt', retry)}</span>
        </span>
      )}
      {failed > 0 && (
        <ToneBadge tone="critical" look="plain">
          {t('failed', { count: failed })}
        </ToneBadge>
      )}
    </span>
  );
}
