import 'server-only';
import type { WorkJob } from '@/lib/jobs';
import { newId } from '@/lib/new-id';
import type { Tx } from '../db/client';
import { type RunOptions, sendRun } from './boss';
import { WORK, type WorkData } from './work';

export { nudgeJob } from './nudge';

/**
 * Asks for a piece of work inside the change's transaction: it is done if and only if the change commits. The process that does
 * it looks every few seconds; `nudgeJob(name)` after the commit makes it look at once. It may be done twice, and at any time
 * after a kill in its middle, so its effect must be the same each time. False where one of the same key waits already.
 */
export async function enqueue<N extends WorkJob>(
  tx: Tx,
  name: N,
  data: WorkData<N>,
  { key = newId(), after }: RunOptions = {},
): Promise<boolean> {
  return sendRun(tx, name, WORK[name].parse(data), { key, after });
}
