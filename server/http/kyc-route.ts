import 'server-only';
import { type Operation, type OperationName, operations } from '@/lib/kyc/contract/operations';
import { cannotServe, respond } from './answer';
import { httpParts } from './compose';

/** The verbs that a Next route may export. */
const VERBS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
type Verb = (typeof VERBS)[number];

export type RouteHandlers = Record<Verb, (request: Request) => Promise<Response>>;

/**
 * The handlers of one path of the contract, for every verb: those of the named operations, which must share the path,
 * and the contract's refusal for the others (405 with `Allow`). Without a name, the path is none of the contract's (404).
 */
export function kycRoute(...names: OperationName[]): RouteHandlers {
  const served = new Map(names.map((name) => [operations[name].method as Operation['method'], name]));
  if (served.size !== names.length || new Set(names.map((name) => operations[name].path)).size > 1) {
    throw new TypeError(`These operations cannot share a route: ${names.join(', ')}`);
  }
  const handle = (request: Request) =>
    httpParts().then((parts) => respond(parts, served, request), cannotServe);
  return Object.fromEntries(VERBS.map((verb) => [verb, handle])) as RouteHandlers;
}

/** The handlers of every other path below `/api`: 404 in the envelope, whatever the verb. */
export const unknownRoute = (): RouteHandlers => kycRoute();
