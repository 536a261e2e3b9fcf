'use client';

import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { Progress } from '@/components/ui/progress';
import type { WorkProgress } from '@/lib/jobs-view';
import { useJobWords } from './job-words';

/** After this long without a batch a piece of work is said to stand still, in milliseconds. */
const STILL_MS = 5 * 60_000;

interface LongWorkProps {
  pieces: readonly WorkProgress[];
  /** When this was read, in milliseconds since 1970. */
  readAt: number;
}

/** How far long work has come; nothing where there is none. */
export function LongWork({ pieces, readAt }: LongWorkProps) {
  const t = useTranslations('jobs.progress');
  if (pieces.length === 0) return null;
  return (
    <Panel id="long-work" title={t('title')} className="mb-6">
      <ul className="space-y-4">
        {pieces.map((piece) => (
          <Piece key={piece.key} piece={piece} readAt={readAt} />
        ))}
      </ul>
    </Panel>
  );
}

function Piece({ piece, readAt }: { piece: WorkProgress; readAt: number }) {
  const t = useTranslations('jobs');
  const words = useJobWords();
  const { job, note, done, total, startedAt, updatedAt, finishedAt } = piece;
  const isStill = finishedAt === null && readAt - Date.parse(updatedAt) > STILL_MS;
  const line = finishedAt ? 'finished' : isStill ? 'still' : 'started';
  const moment = finishedAt ?? (isStill ? updatedAt : startedAt);
  return (
    <li>
      <Progress
        label={note === null ? words.name(job) : t(`job.${job}.piece`, { note })}
        // What came meanwhile is done too, so more may be done than there were.
        value={Math.min(done, total)}
        max={total}
        text={t('progress.text', { done, total: Math.max(done, total) })}
      />
      <p className={`mt-1 text-sm ${isStill ? 'text-caution-fg' : 'text-ink-soft'}`}>
        {t.rich(`progress.${line}`, { time: () => <DateTime value={moment} /> })}
      </p>
    </li>
  );
}
