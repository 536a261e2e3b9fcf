import type { Database } from '../db/client';
import { riskModelWork } from '../kyc';
import { reschedule } from './reschedule';
import type { Handlers } from './work';

/** Who does which piece of work, over one database. A piece that nobody is named for waits in its queue. */
export function handlersOf(db: Database): Handlers {
  return { ...riskModelWork(db), reschedule: (data, signal) => reschedule(db, data, signal) };
}
