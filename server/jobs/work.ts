import { WORK_JOBS, type WorkJob } from '@/lib/jobs';
import { WORK, type WorkData } from '../queue/work';
import type { Job } from './runner';

/** Does one piece of work, as far as its time goes; `more` says that some is left. */
type Handler<N extends WorkJob> = (data: WorkData<N>, signal: AbortSignal) => Promise<'more' | 'done'>;

/** A handler for each piece of work. */
export type Handlers = { [N in WorkJob]?: Handler<N> };

/** How often an instance looks for work that it was not nudged for, in seconds. */
const POLL_SECONDS = 5;

/** The pieces of work as jobs. */
export function workOf(handlers: Handlers): Job[] {
  return WORK_JOBS.flatMap((name) => jobOf(name, handlers[name]));
}

function jobOf<N extends WorkJob>(name: N, handler: Handlers[N]): Job[] {
  if (!handler) return [];
  return [
    {
      name,
      pollSeconds: POLL_SECONDS,
      run: async (data, signal) => handler(WORK[name].parse(data) as WorkData<N>, signal),
    },
  ];
}
