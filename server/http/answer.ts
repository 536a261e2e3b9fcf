import type { KycCall } from '@/lib/kyc/api';
import { KycError } from '@/lib/kyc/contract/errors';
import { type Operation, type OperationName, operations } from '@/lib/kyc/contract/operations';
import { parseInput } from '@/lib/kyc/contract/parse';
import { newId } from '@/lib/new-id';
import { type Caller, countedAs, identify, requireClient } from './caller';
import { errorResponse, refusalKind, successResponse } from './envelope';
import { reportFault } from './faults';
import { readIdempotencyKey } from './idempotency';
import { readInput } from './input';
import type { Fault, HttpParts } from './parts';
import { type Quota, rateLimitHeaders } from './rate-limit';

/** The operations of one path by their method; empty for a path that the contract does not have. */
export type Served = ReadonlyMap<Operation['method'], OperationName>;

/**
 * Answers one request: who calls, is the limit kept, is the input good, then the port, then the envelope. Every refusal
 * is the contract's, a fault of ours is a 500 that tells nothing, and every answer carries the request's id.
 */
export async function respond(parts: HttpParts, served: Served, request: Request): Promise<Response> {
  const requestId = requestIdOf(request.headers) ?? parts.newId();
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const name = [...served].find(([one]) => one === method)?.[1];
  let quota: Quota | undefined;
  let response: Response;
  try {
    const caller = await identify(parts, request);
    const group = name && caller.client ? operations[name].rateGroup : 'other';
    quota = await parts.limits.count(group, countedAs(caller));
    if (!quota.allowed) throw new KycError(429, { retryAfter: quota.resetSeconds });
    if (name) {
      const output = await perform(parts, name, { caller, requestId, request });
      response = successResponse(operations[name].envelope, output, request);
    } else {
      response = withoutOperation(served, request.method);
    }
  } catch (error) {
    response = errorResponse(envelopeOf(served), refusal(parts, { requestId, operation: name, error }));
  }
  if (response.status === 405 || response.status === 204) response.headers.set('Allow', allowed(served));
  if (quota)
    for (const [header, value] of Object.entries(rateLimitHeaders(quota)))
      response.headers.set(header, value);
  response.headers.set('X-Request-Id', requestId);
  return request.method === 'HEAD' ? withoutBody(response) : response;
}

/** The head alone; a file that was opened for it is closed. */
async function withoutBody(response: Response): Promise<Response> {
  await response.body?.cancel();
  return new Response(null, response);
}

type Asked = { caller: Caller; requestId: string; request: Request };

/** Checks the call and its input against the row, and runs it. */
async function perform({ kyc, getAppToken }: HttpParts, name: OperationName, asked: Asked): Promise<unknown> {
  const { caller, requestId, request } = asked;
  const operation: Operation = operations[name];
  if (name === 'getAppToken') {
    const input = parseInput(operations[name].input, await readInput(operation, request));
    return getAppToken({ requestId, address: caller.address }, input);
  }
  const { appId, tenantId } = requireClient(caller);
  const key = operation.idempotencyKey ? readIdempotencyKey(request.headers) : undefined;
  const call: KycCall = {
    tenantId,
    actor: { kind: 'apiClient', id: appId },
    requestId,
    ...(key === undefined ? {} : { idempotencyKey: key }),
  };
  const input = parseInput(operation.input, await readInput(operation, request));
  // The row's schema has just made the input what this very operation takes; the union of all rows cannot say so.
  const run = kyc[name] as (call: KycCall, input: unknown) => Promise<unknown>;
  return run(call, input);
}

/** The path is there but not this verb (405), or `OPTIONS` asks which are, or the path is none of the contract's (404). */
function withoutOperation(served: Served, method: string): Response {
  if (served.size === 0) throw new KycError(404);
  if (method === 'OPTIONS')
    return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
  throw new KycError(405);
}

function allowed(served: Served): string {
  return [...served.keys()]
    .flatMap((one) => (one === 'GET' ? [one, 'HEAD'] : [one]))
    .concat('OPTIONS')
    .join(', ');
}

/** The envelope of a path's errors; all operations of one path share it. */
function envelopeOf(served: Served): Operation['envelope'] {
  const [name] = served.values();
  return name ? refusalKind(operations[name]) : 'standard';
}

/** The refusal to tell: the error itself when it is one, else a bare 500, of which only the log knows more. */
function refusal(parts: HttpParts, fault: Fault): KycError {
  const { error } = fault;
  if (error instanceof KycError && error.code !== 500) return error;
  parts.report(fault);
  return new KycError(500);
}

/** The 500 of a face that could not be composed (no database, say); the next request tries again. */
export function cannotServe(error: unknown): Response {
  const requestId = newId();
  reportFault({ requestId, operation: undefined, error });
  const response = errorResponse('standard', new KycError(500));
  response.headers.set('X-Request-Id', requestId);
  return response;
}

/** The sender's own request id where it may stand in a log, so that the trails of two systems can be joined. */
function requestIdOf(headers: Headers): string | undefined {
  return /^[\w.-]{1,64}$/.exec(headers.get('x-request-id') ?? '')?.[0];
}
