import type { Action } from '@/lib/action-result';
import type { ClockJob, JobName } from '@/lib/jobs';

/** The server actions that the page of jobs calls. */
export type JobActions = {
  runJobNow: Action<{ job: ClockJob }, { isNew: boolean }>;
  runJobAgain: Action<{ job: JobName; runId: string }, void>;
};
