'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Progress } from '@/components/ui/progress';
import type { BookProgress } from '@/lib/risk/model-office';

/** How far work on all customers has come, with about how long is left. */
export function BookProgressBar({ progress, label }: { progress: BookProgress | null; label: string }) {
  const t = useTranslations('riskModel.progress');
  const format = useFormatter();
  if (progress === null) return <p role="status">{t('waiting')}</p>;
  const { done, total } = progress;
  const seconds = secondsLeft(progress);
  const counts = t('of', { done: format.number(done), total: format.number(total) });
  return (
    <div className="max-w-xl">
      <Progress value={done} max={total} label={label} text={counts} />
      <p className="mt-1 text-sm text-ink-soft">{seconds === null ? t('soon') : t('left', { seconds })}</p>
    </div>
  );
}

/** By the pace so far; null before there is one. */
function secondsLeft({ done, total, startedAt, updatedAt }: BookProgress): number | null {
  const taken = (Date.parse(updatedAt) - Date.parse(startedAt)) / 1_000;
  if (done === 0 || taken <= 0) return null;
  return Math.max(1, Math.round(((total - done) / done) * taken));
}
