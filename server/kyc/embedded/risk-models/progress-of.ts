import type { BookProgress } from '@/lib/risk/model-office';
import type { ProgressRow } from '../../../db/queries/job-progress';

/** How far a long piece of work has come, for people who wait for it. */
export function progressOf({ done, total, startedAt, updatedAt }: ProgressRow): BookProgress {
  return { done, total, startedAt: startedAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
