import 'server-only';
import { type OperationName, type Operation, operations } from '@/lib/kyc/contract/operations';
import { cannotServe, respond } from './answer';
import { httpParts } from './compose';
import type { HttpParts } from './parts';

/** The verbs that a Next route may export. */
const VERBS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
type Verb = (typeof VERBS)[number];

export type RouteHandlers = Record<Verb, (request: Request) => Promise<Response>>;

/**
 * The handlers of one path of the contract, for every verb: those of the named operations, which must share the path,
 * and the contract's refusal for the others (405 with `Allow`). Without a name, the path is none of the contract's (404).
 * `compose` gives what the face stands on; it is asked at the first request and not at import.
 */
export function kycRoute(
  names: OperationName | readonly OperationName[],
  compose: () => Promise<HttpParts> = httpParts,
): RouteHandlers {
  const rows = [names].flat();
  const served = new Map(rows.map((name) => [operations[name].method as Operation['method'], name]));
  if (served.size !== rows.length || new Set(rows.map((name) => operations[name].path)).size > 1) {
    throw new TypeError(`These operations cannot share a route: ${rows.join(', ')}`);
  }
  const handle = (request: Request) =>
    compose().then((parts) => respond(parts, served, request), cannotServe);
  return Object.fromEntries(VERBS.map((verb) => [verb, handle])) as RouteHandlers;
}

/** The handlers of every other path below `/api`: 404 in the envelope, whatever the verb. */
export function unknownRoute(compose: () => Promise<HttpParts> = httpParts): RouteHandlers {
  return kycRoute([], compose);
}
