import type { FieldFault, KycErrorCode } from './kyc/contract/errors';

/** Why an action was refused, for the form that called it. Nothing typed is lost by it: the form keeps what it holds. */
export type ActionRefusal = {
  ok: false;
  /** As in the contract's section 1. 401: the session is over, sign in again and repeat. */
  code: KycErrorCode;
  /** What to show, at least one sentence. */
  messages: string[];
  /** The bad fields, for a 400. */
  fields: FieldFault[];
  /** What the log knows this request by. */
  requestId: string;
  /** Seconds to wait before a repeat, for 429 and 503. */
  retryAfter: number | null;
  /** True where it is not known whether the change was made: it must not be repeated blindly. */
  outcomeUnknown: boolean;
};

/** What a server action gives back. */
export type ActionResult<T> = { ok: true; data: T } | ActionRefusal;

/** A server action as a component gets it: an argument the schema's input describes, parsed again on the server. */
export type Action<I, T> = (input: I) => Promise<ActionResult<T>>;

/** What a data route answers when it refuses: the status is the HTTP status. */
export type DataRefusal = { error: { code: KycErrorCode; message: string; requestId: string } };
