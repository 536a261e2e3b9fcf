import type { Database } from '../db/client';
import type { Handlers } from './work';

/** Who does which piece of work, over one database. A piece that nobody is named for waits in its queue. */
export function handlersOf(_db: Database): Handlers {
  return {};
}
