import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import type { DataRefusal } from '@/lib/action-result';
import { KYC_ERRORS, KycError } from '@/lib/kyc/contract/errors';
import { newId } from '@/lib/new-id';
import { kycCall, type StaffCall } from './kyc-call';
import { holds, type RequiredPermission, type StaffSession, staffSession } from './session';
import { logUnexpected, UNEXPECTED } from './unexpected';

/** What a data route's handler gets. */
export type StaffRequest<P> = {
  session: StaffSession;
  /** For the KYC API and the audit trail: who asks, and under which request id. */
  call: StaffCall;
  request: Request;
  params: P;
  /** The URL's query. */
  query: URLSearchParams;
};

type Route<P> = {
  /** One permission, or any one of several. */
  permission: RequiredPermission;
  /** A `Response` goes out as it is; anything else as JSON. A thrown `KycError` is answered with its code and message. */
  handler: (asked: StaffRequest<P>) => Promise<unknown>;
};

/**
 * A data route for the signed-in staff (`app/data`): asks for session and permission before the handler runs, answers
 * refusals as JSON (`DataRefusal`) with their HTTP status, and lets nothing be stored on the way.
 */
export function staffRoute<P = Record<string, never>>(route: Route<P>) {
  return async (request: Request, context: { params: Promise<P> }): Promise<Response> => {
    const requestId = newId();
    try {
      const session = await staffSession();
      if (!session) throw new KycError(401, { message: 'The session is over. Sign in again.' });
      if (!holds(session, route.permission)) throw new KycError(403);
      const answer = await route.handler({
        session,
        call: kycCall(session, requestId),
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
