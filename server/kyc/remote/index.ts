import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KycApi, KycCall, KycOperation } from '@/lib/kyc/api';
import { documentFile, type UploadPart } from '@/lib/kyc/contract/documents';
import { KycError } from '@/lib/kyc/contract/errors';
import {
  fillPath,
  type Operation,
  operations,
  pathParameters,
  RATE_GROUPS,
  type RateGroup,
} from '@/lib/kyc/contract/operations';
import type { RemoteSettings } from '../../env';
import { log } from '../../log';
import { readDocument } from './download';
import { type ExchangeParts, exchange, isSpent, type Outcome, type Outgoing } from './exchange';
import { FILE_LIMIT, readPdf } from './file';
import { type Pauses, pauses } from './pauses';
import { type Answer, isSuccess, readRefusal, readResult } from './read';
import { type TokenKeeper, tokenKeeper } from './token';
import { UploadBody } from './upload';

/** The most bytes of a JSON answer. */
const JSON_LIMIT = 20 * 1024 * 1024;
/** How long a call may take with all its repeats and waits, in timeouts of one attempt. */
const CALL_TIMEOUTS = 3;

/** Where a remote client writes what it did: codes, ids and times, no personal data, no secret. */
export type RemoteLog = Record<'info' | 'warn' | 'error', (entry: object, message: string) => void>;

/** What a client needs of its surroundings; tests pass their own. */
export type RemoteParts = Partial<ExchangeParts> & { log?: RemoteLog };

/**
 * The port over somebody else's KYC API. Reads are repeated where that helps, writes never once they may have arrived:
 * a write whose answer stays away is a `KycError` 503 with `outcomeUnknown`. Answers are read tolerantly. A call ends
 * after three timeouts at the latest, waits for the server's limits included; uploads and downloads stream, and go on for as long
 * as they get on.
 */
export function remoteKyc(settings: RemoteSettings, given: RemoteParts = {}): KycApi {
  const client = new RemoteClient(settings, given);
  const names = (Object.keys(operations) as (keyof typeof operations)[]).filter(
    (name) => name !== 'getAppToken',
  );
  return Object.fromEntries(
    names.map((name) => [name, (call: KycCall, input: object) => client.run(name, call, input)]),
  ) as KycApi;
}

class RemoteClient {
  readonly #settings: RemoteSettings;
  readonly #parts: ExchangeParts;
  readonly #log: RemoteLog;
  readonly #tokens: TokenKeeper;
  readonly #pauses: Record<RateGroup, Pauses>;
  readonly #tokenPauses: Pauses;

  constructor(settings: RemoteSettings, given: RemoteParts) {
    const { clock = Date.now, random = Math.random, fetch: send = fetch, sleep: wait = pause } = given;
    this.#settings = settings;
    this.#parts = { clock, random, fetch: send, sleep: wait };
    this.#log = given.log ?? log();
    this.#pauses = Object.fromEntries(RATE_GROUPS.map((group) => [group, pauses(clock)])) as Record<
      RateGroup,
      Pauses
    >;
    this.#tokenPauses = pauses(clock);
    this.#tokens = tokenKeeper({ fetchToken: () => this.#fetchToken(), clock });
  }

  /** One call of the port; `name` and `input` belong together, which the caller's type sees to. */
  async run(name: KycOperation, call: KycCall, input: object): Promise<unknown> {
    const operation: Operation = operations[name];
    const started = this.#parts.clock();
    const deadline = started + this.#settings.timeoutMs * CALL_TIMEOUTS;
    const pausing = this.#pauses[operation.rateGroup];
    await this.#waitFor(pausing, deadline);

    const token = await this.#tokens.current();
    const request = this.#request(operation, { call, input });
    let outcome = await this.#send(operation, { request, token, deadline });
    if (outcome.status === 401) {
      const renewed = await this.#tokens.instead(token);
      // The next upload has the new token; this one's bytes are gone.
      if (isSpent(request))
        throw new KycError(503, { message: 'The upload could not be sent: send it again' });
      outcome = await this.#send(operation, { request, token: renewed, deadline });
    }
    this.#note(name, call, outcome, started);
    return this.#read(operation, outcome, { name, call, input, pausing });
  }

  #send(operation: Operation, sent: { request: Outgoing; token: string; deadline: number }) {
    const { request, token, deadline } = sent;
    const headers = { ...request.headers, Authorization: `Bearer ${token}` };
    return exchange(
      this.#parts,
      { ...request, headers },
      {
        safe: operation.safe,
        timeoutMs: this.#settings.timeoutMs,
        deadline,
        byteLimit: operation.envelope === 'bytes' ? FILE_LIMIT : JSON_LIMIT,
        asFile: operation.output === documentFile,
        pauses: this.#pauses[operation.rateGroup],
      },
    );
  }

  #request(operation: Operation, { call, input }: { call: KycCall; input: object }): Outgoing {
    const headers: Record<string, string> = {
      Accept: acceptOf(operation),
      'X-Request-Id': call.requestId,
      ...(operation.idempotencyKey && call.idempotencyKey ? { 'Idempotency-Key': call.idempotencyKey } : {}),
    };
    const url = `${this.#settings.apiUrl}${remotePath(operation, { ...input })}`;
    if (operation.body === 'multipart') return upload(url, headers, input);
    if (operation.method === 'POST') return post(url, headers, input);
    return { method: operation.method, url: `${url}${queryOf(operation, input)}`, headers };
  }

  #read(
    operation: Operation,
    outcome: Outcome,
    of: { name: KycOperation; call: KycCall; input: object; pausing: Pauses },
  ): unknown {
    const outcomeUnknown = !operation.safe;
    if (outcome.status === undefined) {
      throw new KycError(503, { outcomeUnknown: outcomeUnknown && outcome.reached });
    }
    if ('content' in outcome) {
      return readDocument(outcome, 'documentId' in of.input ? String(of.input.documentId) : '');
    }
    if (outcome.status === 401) throw this.#refusedUs();
    if (!isSuccess(outcome.status)) throw readRefusal(operation, outcome, of.pausing.milliseconds());
    const result = this.#readSuccess(operation, outcome, of.input);
    if ('value' in result) return result.value;
    // Only paths are logged: the values are a customer's.
    const { name, call } = of;
    this.#log.error({ operation: name, requestId: call.requestId, at: result.faults }, 'unreadable answer');
    throw new KycError(503, {
      message: 'The KYC service gave an answer that cannot be read',
      outcomeUnknown,
    });
  }

  #readSuccess(
    operation: Operation,
    answer: Answer,
    input: object,
  ): { value: unknown } | { faults: string[] } {
    if (operation.output === documentFile) return { faults: ['body is no file'] };
    if (operation.envelope === 'bytes') {
      const id = 'submissionId' in input ? String(input.submissionId).replace(/[^\w-]/g, '') : '';
      const file = readPdf(answer, `profile-${id}`);
      return file ? { value: file } : { faults: ['body is no PDF'] };
    }
    const { envelope } = answer;
    return envelope ? readResult(operation.output, envelope.result) : { faults: ['body is no envelope'] };
  }

  async #fetchToken(): Promise<string> {
    const { authUrl, appId, appSecret, tenantId, timeoutMs } = this.#settings;
    const operation = operations.getAppToken;
    const deadline = this.#parts.clock() + timeoutMs * CALL_TIMEOUTS;
    const request = post(
      `${authUrl}/api${operation.path}`,
      { Accept: 'application/json' },
      { appId, appSecret, tenantId },
    );
    await this.#waitFor(this.#tokenPauses, deadline);
    const plan = {
      safe: operation.safe,
      timeoutMs,
      deadline,
      byteLimit: JSON_LIMIT,
      asFile: false,
      pauses: this.#tokenPauses,
    };
    const outcome = await exchange(this.#parts, request, plan);
    if (outcome.status === undefined || 'content' in outcome) throw new KycError(503);
    const { status, envelope } = outcome;
    if (status >= 400 && status < 500 && status !== 429) throw this.#refusedUs();
    if (!isSuccess(status)) throw readRefusal(operation, outcome, this.#tokenPauses.milliseconds());
    const result = readResult(operation.output, envelope?.result);
    if ('value' in result) return result.value.token;
    this.#log.error({ operation: 'getAppToken', at: result.faults }, 'unreadable answer');
    throw new KycError(503, { message: 'The KYC service gave an answer that cannot be read' });
  }

  /** Our credentials are the operator's matter, not the user's: no 401, which would ask a person to sign in. */
  #refusedUs(): KycError {
    this.#log.error(
      { appId: this.#settings.appId },
      'the KYC service refuses the credentials of this installation',
    );
    return new KycError(503, { message: 'The KYC service refuses this installation' });
  }

  /** Waits out a pause that the server asked for where the call's time allows, else refuses without asking it. */
  async #waitFor(pausing: Pauses, deadline: number): Promise<void> {
    const wait = pausing.milliseconds();
    if (wait === 0) return;
    if (this.#parts.clock() + wait >= deadline)
      throw new KycError(429, { retryAfter: Math.ceil(wait / 1000) });
    await this.#parts.sleep(wait);
  }

  #note(operation: KycOperation, call: KycCall, outcome: Outcome, started: number): void {
    const entry = { operation, requestId: call.requestId, milliseconds: this.#parts.clock() - started };
    if (outcome.status === undefined)
      this.#log.warn({ ...entry, reason: outcome.reason }, 'no answer from the KYC service');
    else this.#log.info({ ...entry, status: outcome.status }, 'the KYC service answered');
  }
}

const pause = async (milliseconds: number): Promise<void> => {
  await sleep(milliseconds);
};

/** The path with its ids. A URL has no way to write an id that is a dot segment, so such a one is as unknown as any. */
function remotePath({ path }: Operation, input: Record<string, unknown>): string {
  const ids = pathParameters(path).map((name) => input[name]);
  if (ids.some((id) => id === '.' || id === '..')) throw new KycError(404);
  return fillPath(path, input);
}

function acceptOf({ envelope, output }: Operation): string {
  if (output === documentFile) return '*/*';
  return envelope === 'bytes' ? 'application/pdf, application/json' : 'application/json';
}

function upload(url: string, headers: Record<string, string>, input: object): Outgoing {
  const { parts } = input as { parts: AsyncIterable<UploadPart> };
  const body = new UploadBody(parts);
  return { method: 'POST', url, headers: { ...headers, 'Content-Type': body.contentType }, body };
}

function post(url: string, headers: Record<string, string>, body: object): Outgoing {
  return {
    method: 'POST',
    url,
    headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}

/** What of the input does not stand in the path, as a query; a list repeats its key. */
function queryOf(operation: Operation, input: object): string {
  const inPath = new Set(pathParameters(operation.path));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    if (inPath.has(name) || value === undefined) continue;
    for (const one of [value].flat()) query.append(name, String(one));
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}
