import type { Database } from '../../db/client';

/** What the engine works with; tests fix the time and the ids. */
export type EngineParts = {
  db: Database;
  clock: () => Date;
  /** A new UUIDv7. */
  newId: () => string;
};
