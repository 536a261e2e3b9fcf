import { describeDbError } from '../db/errors';

/** Why a run failed, as it is kept and shown: the class of the fault and its code, never a value. */
export type Fault = { fault: string; code?: string; table?: string; constraint?: string };

/** A run that did not end in its time. */
export class OverdueError extends Error {
  override readonly name = 'OverdueError';
}

/** A run that was cut off by the stop of its process. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

/** A run whose process died under it. */
export class KilledError extends Error {
  override readonly name = 'KilledError';
}

/** What of an error may be kept. */
export function faultOf(error: unknown): Fault {
  const { name, statement, code, table, constraint } = describeDbError(error);
  return {
    fault: statement === undefined ? name : 'DatabaseError',
    ...(code !== undefined && { code }),
    ...(table !== undefined && { table }),
    ...(constraint !== undefined && { constraint }),
  };
}
