import 'server-only';
import { describeDbError } from '../db/errors';
import { log } from '../log';

/** The one sentence that an unexpected fault is answered with; the log says the rest, under the request id. */
export const UNEXPECTED =
  'The server could not do this. Try again; if it fails again, give the reference to your administrator.';

/**
 * Logs a fault that nobody foresaw, without its message: a database error's message carries bound parameters, and
 * what else a message quotes is not known. The stack's frames name the place.
 */
export function logUnexpected(error: unknown, context: { requestId: string; place: string }): void {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  log().error({ ...context, error: describeDbError(error), frames: frames.slice(0, 12) }, 'unexpected fault');
}
