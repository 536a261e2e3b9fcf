import 'server-only';
import { KycError } from '@/lib/kyc/contract/errors';
import { type DataRequest, dataRoute } from './data-route';
import { kycCall, type StaffCall } from './kyc-call';
import { holds, type RequiredPermission, type StaffSession, staffSession } from './session';

/** What a data route's handler gets. */
export type StaffRequest<P> = DataRequest<P, StaffSession, StaffCall>;

type Route<P> = {
  /** One permission, or any one of several. */
  permission: RequiredPermission;
  /** A `Response` goes out as it is; anything else as JSON. A thrown `KycError` is answered with its code and message. */
  handler: (asked: StaffRequest<P>) => Promise<unknown>;
};

/** A data route for the signed-in staff (`app/data`): asks for session and permission before the handler runs. */
export function staffRoute<P = Record<string, never>>({ permission, handler }: Route<P>) {
  return dataRoute<P, StaffSession, StaffCall>(
    {
      session: staffSession,
      call: kycCall,
      admit(session) {
        if (!holds(session, permission)) throw new KycError(403);
      },
    },
    handler,
  );
}
