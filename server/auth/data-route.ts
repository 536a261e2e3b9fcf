import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import type { DataRefusal } from '@/lib/action-result';
import type { KycCall } from '@/lib/kyc/api';
import { KYC_ERRORS, KycError } from '@/lib/kyc/contract/errors';
import { newId } from '@/lib/new-id';
import { logUnexpected, UNEXPECTED } from './unexpected';

/** What a data route's handler gets. */
export type DataRequest<P, S, C extends KycCall> = {
  session: S;
  /** For the KYC API and the audit trail: who asks, and under which request id. */
  call: C;
  request: Request;
  params: P;
  /** The URL's query. */
  query: URLSearchParams;
};

/** How a kind of session stands before its data routes. */
export type DataDoor<S, C extends KycCall> = {
  session: () => Promise<S | null>;
  call: (session: S, requestId: string) => C;
  /** Refuses, by a `KycError`, a session that may not do what the route does. */
  admit?: (session: S) => void;
};

/**
 * A route below `app/data`, behind one kind of session: refusals go out as JSON (`DataRefusal`) with their HTTP status, and
 * nothing is stored on the way. A `Response` goes out as it is; anything else as JSON.
 */
export function dataRoute<P, S, C extends KycCall>(
  door: DataDoor<S, C>,
  handler: (asked: DataRequest<P, S, C>) => Promise<unknown>,
) {
  return async (request: Request, context: { params: Promise<P> }): Promise<Response> => {
    const requestId = newId();
    try {
      if (isForeign(request)) throw new KycError(403);
      const session = await door.session();
      if (!session) throw new KycError(401, { message: 'The session is over. Sign in again.' });
      door.admit?.(session);
      const answer = await handler({
        session,
        call: door.call(session, requestId),
        request,
        params: await context.params,
        query: new URL(request.url).searchParams,
      });
      return unstored(answer instanceof Response ? answer : Response.json(answer ?? null), requestId);
    } catch (error) {
      unstable_rethrow(error);
      return unstored(refusal(error, requestId), requestId);
    }
  };
}

/**
 * Whether a change is sent by a page of another origin, with the reader's cookie. `SameSite` lets a sibling of our host
 * through; every browser says where a request comes from (Fetch Metadata), and what is no browser carries nobody's cookie.
 */
export function isForeign(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  const site = request.headers.get('sec-fetch-site');
  return site !== null && site !== 'same-origin' && site !== 'none';
}

function refusal(error: unknown, requestId: string): Response {
  if (error instanceof KycError) {
    const body: DataRefusal = {
      error: { code: error.code, message: error.messages.join('\n') || KYC_ERRORS[error.code], requestId },
    };
    const headers = error.retryAfter === undefined ? undefined : { 'Retry-After': String(error.retryAfter) };
    return Response.json(body, { status: error.code, ...(headers && { headers }) });
  }
  logUnexpected(error, { requestId, place: 'data route' });
  const body: DataRefusal = { error: { code: 500, message: UNEXPECTED, requestId } };
  return Response.json(body, { status: 500 });
}

function unstored(response: Response, requestId: string): Response {
  response.headers.set('Cache-Control', 'no-store');
  response.headers.set('X-Request-Id', requestId);
  return response;
}
