import { DrizzleQueryError } from 'drizzle-orm';

/** What may be told of a database error in a log: which statement and which rule, never a value. */
export type DbErrorDescription = {
  /** SQLSTATE, or the system's code (`ECONNREFUSED`) when no server answered. */
  code?: string;
  constraint?: string;
  table?: string;
  column?: string;
  /** PostgreSQL's own routine that raised it. */
  routine?: string;
  /** The statement with its placeholders. */
  statement?: string;
  /** The class of an error that is none of the database's. */
  name: string;
};

const TOLD = ['code', 'constraint', 'table', 'column', 'routine'] as const;

/**
 * Describes an error for the log without personal data. drizzle's message carries the bound parameters, and
 * PostgreSQL's `message`, `detail` and `where` quote values, so none of them is passed on.
 */
export function describeDbError(error: unknown): DbErrorDescription {
  const statement = error instanceof DrizzleQueryError ? { statement: error.query } : {};
  const cause = databaseCause(error);
  const told = TOLD.flatMap((key) => (typeof cause[key] === 'string' ? [[key, cause[key]]] : []));
  return { name: nameOf(error), ...statement, ...Object.fromEntries(told) };
}

/** Whether the error says that a unique constraint or index was violated; with a name, that very one. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const cause = databaseCause(error);
  return cause.code === '23505' && (constraint === undefined || cause.constraint === constraint);
}

/** Whether the error says that the column was given no value and has to have one. */
export function isNullViolation(error: unknown, column: string): boolean {
  const cause = databaseCause(error);
  return cause.code === '23502' && cause.column === column;
}

/** Whether the transaction failed only because of another one, so that the same one again may succeed. */
export function isTransientConflict(error: unknown): boolean {
  const { code } = databaseCause(error);
  return code === '40001' || code === '40P01';
}

/** An error of the driver or of the system carries more than `Error` declares; nothing is taken for granted. */
/** Whether a lock that must not be waited for is held by another transaction. */
export function isLockUnavailable(error: unknown): boolean {
  return databaseCause(error).code === '55P03';
}

type Cause = Error & Partial<Record<(typeof TOLD)[number], unknown>>;

/** The innermost error: drizzle wraps the driver's. */
function databaseCause(error: unknown): Partial<Cause> {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause instanceof Error) innermost = innermost.cause;
  return innermost instanceof Error ? (innermost as Cause) : {};
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
