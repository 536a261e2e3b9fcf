import { describeDbError } from '../db/errors';
import { log } from '../log';
import type { Fault } from './parts';

/**
 * Logs a fault of ours under the request's id: its kind, its place in the code, and what may be told of a database error;
 * never its message, which may quote what was sent.
 */
export function reportFault({ requestId, operation, error }: Fault): void {
  log().error({ requestId, operation, error: describeDbError(error), at: frames(error) }, 'a request failed');
}

function frames(error: unknown): string[] {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
}
