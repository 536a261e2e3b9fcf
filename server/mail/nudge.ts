/** On `globalThis`, because the routes and the start-up hook of one process hold this module each on its own. */
const held = globalThis as typeof globalThis & { kycMailListeners?: Set<() => void> };
const listeners = () => (held.kycMailListeners ??= new Set());

/**
 * Says that a mail was queued, so that this process's sender looks at once; call it after the commit. A nudge that gets
 * lost loses no mail: the sender looks on its own from time to time.
 */
export function nudgeMail(): void {
  for (const listener of listeners()) listener();
}

/** Runs `listener` at each nudge until the returned function is called. */
export function onMailNudge(listener: () => void): () => void {
  listeners().add(listener);
  return () => {
    listeners().delete(listener);
  };
}
