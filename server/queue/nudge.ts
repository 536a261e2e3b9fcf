import type { JobName } from '@/lib/jobs';

type Listener = (job: JobName) => void;

/** On `globalThis`, because the routes and the start-up hook of one process hold this module each on its own. */
const held = globalThis as typeof globalThis & { kycJobListeners?: Set<Listener> };
const listeners = () => (held.kycJobListeners ??= new Set());

/** Says that a run was asked for, so that this process looks at once; call it after the commit. Nothing is lost with it. */
export function nudgeJob(job: JobName): void {
  for (const listener of listeners()) listener(job);
}

/** Runs `listener` at each nudge until the returned function is called. */
export function onJobNudge(listener: Listener): () => void {
  listeners().add(listener);
  return () => {
    listeners().delete(listener);
  };
}
