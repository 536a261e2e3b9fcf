'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { JobName } from '@/lib/jobs';
import type { FailedRun } from '@/lib/jobs-view';

const KNOWN = [
  'DatabaseError',
  'OverdueError',
  'StoppedError',
  'KilledError',
  'ZodError',
  'KycError',
] as const;

/** What people call a job, and why a run of one failed. */
export function useJobWords() {
  const t = useTranslations('jobs');
  const locale = useLocale();
  return {
    name: (job: JobName) => t(`job.${job}.name`),
    fault({ fault, codes }: Pick<FailedRun, 'fault' | 'codes'>) {
      // The system's own codes (`ECONNREFUSED`) are those of a connection.
      if (codes.some((code) => /^E[A-Z]+$/.test(code))) return t('fault.unreachable');
      const known = KNOWN.find((one) => one === fault);
      return known ? t(`fault.${known}`) : t('fault.other', { fault });
    },
    duration: (ms: number) => formatDuration(ms, locale),
  };
}

/** In milliseconds, seconds or minutes, whichever reads best. */
function formatDuration(ms: number, locale: string): string {
  const [value, unit] =
    ms < 1_000
      ? ([ms, 'millisecond'] as const)
      : ms < 60_000
        ? ([ms / 1_000, 'second'] as const)
        : ([ms / 60_000, 'minute'] as const);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: ms < 1_000 ? 0 : 1,
  }).format(value);
}
