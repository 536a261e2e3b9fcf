import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import type { ActionRefusal, ActionResult } from '@/lib/action-result';
import { KycError } from '@/lib/kyc/contract/errors';
import { parseInput } from '@/lib/kyc/contract/parse';
import { newId } from '@/lib/new-id';
import { type CustomerCall, customerCall, kycCall, type StaffCall } from '../auth/kyc-call';
import { type PortalSession, portalSession } from '../auth/portal/session';
import { holds, type RequiredPermission, type StaffSession, staffSession } from '../auth/session';
import { logUnexpected, UNEXPECTED } from '../auth/unexpected';

/** What an action's `run` gets: the parsed input, who asks, and what goes along with a call of the KYC API. */
export type Asked<S extends z.ZodType> = { input: z.output<S>; session: StaffSession; call: StaffCall };

type ActionOptions<S extends z.ZodType, T> = {
  /** One permission, or any one of several; asked before the input is looked at. */
  permission: RequiredPermission;
  schema: S;
  /** Expected refusals are thrown as `KycError`; what is returned goes to the browser, so pick it by name. */
  run: (asked: Asked<S>) => Promise<T>;
};

/**
 * A server action for the signed-in staff: session, permission, schema, request id, error mapping. It resolves always,
 * but for Next's own signals (redirect, not found). Next itself refuses a call from another origin.
 */
export function action<S extends z.ZodType, T>({ permission, schema, run }: ActionOptions<S, T>) {
  return (input: z.input<S>): Promise<ActionResult<T>> =>
    settled(async (requestId) => {
      const session = await staffSession();
      if (!session) throw new KycError(401, { message: SESSION_OVER });
      if (!holds(session, permission)) throw new KycError(403);
      return run({ input: parseInput(schema, input), session, call: kycCall(session, requestId) });
    });
}

type PortalActionOptions<S extends z.ZodType, T> = {
  schema: S;
  /** As an {@link action}'s; the submission is the session's, whatever the input says. */
  run: (asked: { input: z.output<S>; session: PortalSession; call: CustomerCall }) => Promise<T>;
};

/** A server action for the signed-in customer: as {@link action}, for the portal's own kind of session. */
export function portalAction<S extends z.ZodType, T>({ schema, run }: PortalActionOptions<S, T>) {
  return (input: z.input<S>): Promise<ActionResult<T>> =>
    settled(async (requestId) => {
      const session = await portalSession();
      if (!session) throw new KycError(401, { message: SESSION_OVER });
      return run({ input: parseInput(schema, input), session, call: customerCall(session, requestId) });
    });
}

type PublicActionOptions<S extends z.ZodType, T> = {
  schema: S;
  run: (asked: { input: z.output<S>; requestId: string }) => Promise<T>;
};

/** A server action that needs no session, for pages behind a one-time link: the link is the authority. */
export function publicAction<S extends z.ZodType, T>({ schema, run }: PublicActionOptions<S, T>) {
  return (input: z.input<S>): Promise<ActionResult<T>> =>
    settled((requestId) => run({ input: parseInput(schema, input), requestId }));
}

const SESSION_OVER = 'Your session is over. Sign in again; what you typed is kept.';

async function settled<T>(run: (requestId: string) => Promise<T>): Promise<ActionResult<T>> {
  const requestId = newId();
  try {
    return { ok: true, data: await run(requestId) };
  } catch (error) {
    unstable_rethrow(error);
    return refusal(error, requestId);
  }
}

function refusal(error: unknown, requestId: string): ActionRefusal {
  if (error instanceof KycError) {
    return {
      ok: false,
      code: error.code,
      messages: error.messages,
      fields: [...error.fields],
      requestId,
      retryAfter: error.retryAfter ?? null,
      outcomeUnknown: error.outcomeUnknown,
    };
  }
  logUnexpected(error, { requestId, place: 'server action' });
  return {
    ok: false,
    code: 500,
    messages: [UNEXPECTED],
    fields: [],
    requestId,
    retryAfter: null,
    outcomeUnknown: false,
  };
}
