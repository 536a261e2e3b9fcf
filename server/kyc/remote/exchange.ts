import { type OpenedFile, openFile } from './download';
import { type Patience, patience } from './patience';
import type { Pauses } from './pauses';
import { type Answer, readAnswer } from './read';
import { UploadBody } from './upload';

/** One request as it goes out. */
export type Outgoing = {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | UploadBody;
};

/** Why there is no answer. `reached` is false where the request cannot have been carried out: it did not arrive, or not whole. */
export type Silence = { status: undefined; reached: boolean; reason: string };

export type ExchangeParts = {
  fetch: typeof fetch;
  clock: () => number;
  /** 0 to 1, as `Math.random`. */
  random: () => number;
  sleep: (milliseconds: number) => Promise<void>;
};

export type ExchangePlan = {
  /** Whether a repeat changes nothing (the operation's row). */
  safe: boolean;
  /** Of one attempt, body included, in milliseconds; of an upload or a file, how long the server may do nothing at a time. */
  timeoutMs: number;
  /** The moment after which no attempt starts and none but a file's or an upload's goes on, in milliseconds. */
  deadline: number;
  /** The most bytes that are read of an answer. */
  byteLimit: number;
  /** Whether a success is a file, given on as it arrives. */
  asFile: boolean;
  pauses: Pauses;
};

/** How a request ended: an answer that was read whole, a file that is arriving, or neither. */
export type Outcome = Answer | OpenedFile | Silence;

const ATTEMPTS = 4;
const FIRST_BACK_OFF_MS = 250;
const LONGEST_BACK_OFF_MS = 5_000;

/**
 * Sends a request and repeats it where a repeat can double nothing: any request that was refused for its rate (429) or
 * never arrived, and a safe one after a server error or without an answer; an upload only while nothing of it was sent. It waits
 * as long as the server asks (`Retry-After`), else exponentially longer with full jitter, and gives up when the wait would pass
 * the deadline.
 */
export async function exchange(
  parts: ExchangeParts,
  request: Outgoing,
  plan: ExchangePlan,
): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await sendOnce(parts, request, plan);
    if (outcome.status !== undefined) plan.pauses.note(outcome);
    if (attempt === ATTEMPTS || isSpent(request) || !mayRepeat(outcome, plan.safe)) return outcome;
    const wait = Math.max(plan.pauses.milliseconds(), backOff(attempt, parts.random));
    if (parts.clock() + wait >= plan.deadline) return outcome;
    await parts.sleep(wait);
  }
}

/** Whether a request's body is gone: an upload is read from its sender, once. */
export function isSpent({ body }: Outgoing): boolean {
  return body instanceof UploadBody && body.isStarted;
}

const SERVER_ERRORS = new Set([500, 502, 503, 504]);

function mayRepeat(outcome: Outcome, safe: boolean): boolean {
  if (outcome.status === undefined) return safe || !outcome.reached;
  return outcome.status === 429 || (safe && SERVER_ERRORS.has(outcome.status));
}

function backOff(attempt: number, random: () => number): number {
  return random() * Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** (attempt - 1));
}

async function sendOnce(parts: ExchangeParts, request: Outgoing, plan: ExchangePlan): Promise<Outcome> {
  const { url, body, ...rest } = request;
  const time = Math.ceil(Math.max(1, Math.min(plan.timeoutMs, plan.deadline - parts.clock())));
  const flows = plan.asFile || body instanceof UploadBody;
  const waiting = flows ? patience(plan.timeoutMs) : undefined;
  // A redirect is not followed: it would carry the token, and what is known of a customer, to another place.
  const init = {
    ...rest,
    ...bodyOf(body, waiting),
    redirect: 'manual',
    signal: waiting?.signal ?? AbortSignal.timeout(time),
  } as const;
  let handedOn = false;
  try {
    waiting?.begin();
    const response = await parts.fetch(url, init);
    if (plan.asFile && waiting) {
      const file = openFile(response, plan.byteLimit, waiting);
      handedOn = file !== undefined;
      if (file) return file;
    }
    const bytes = await readBounded(response, plan.byteLimit, waiting);
    return readAnswer(response.status, response.headers, bytes);
  } catch (error) {
    if (!(body instanceof UploadBody)) return silence(error);
    // What its sender did not send whole, or the server not take whole, is not stored.
    if (body.fault !== undefined) throw body.fault;
    return { ...silence(error), reached: body.isEnded };
  } finally {
    if (!handedOn) waiting?.end();
    if (body instanceof UploadBody) await body.letGo();
  }
}

function bodyOf(body: Outgoing['body'], waiting: Patience | undefined) {
  if (body === undefined) return {};
  if (!(body instanceof UploadBody) || !waiting) return { body: String(body) };
  return { body: body.stream(waiting), duplex: 'half' };
}

class TooLong extends Error {
  override readonly name = 'TooLong';
}

async function readBounded(
  response: Response,
  limit: number,
  waiting: Patience | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  if (response.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    waiting?.begin();
    size += chunk.byteLength;
    if (size > limit) throw new TooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** What the system says where no connection came about, so that nothing was sent. */
const UNCONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** The reason by its code alone: an error's message may quote an address with what stands in it. */
function silence(error: unknown): Silence {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = codeOf(cause);
  return { status: undefined, reached: !UNCONNECTED.test(reason), reason };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
