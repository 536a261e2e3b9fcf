import 'server-only';
import { cookies } from 'next/headers';
import { type DataRequest, dataRoute } from '../data-route';
import { type CustomerCall, customerCall } from '../kyc-call';
import { type PortalSession, portalSession } from './session';
import { portalCookie, renewedPortalSession } from './session-token';

/** What a portal route's handler gets. */
export type PortalRequest<P> = DataRequest<P, PortalSession, CustomerCall>;

type Route<P> = {
  /** A `Response` goes out as it is; anything else as JSON. A thrown `KycError` is answered with its code and message. */
  handler: (asked: PortalRequest<P>) => Promise<unknown>;
};

/**
 * A data route for the signed-in customer (`app/data/portal`). The submission is the session's, never the request's. A
 * change, an upload say, is a use of the session and renews it; a reading that repeats by itself is none.
 */
export function portalRoute<P = Record<string, never>>({ handler }: Route<P>) {
  return dataRoute<P, PortalSession, CustomerCall>(
    { session: portalSession, call: customerCall },
    async (asked) => {
      if (asked.request.method !== 'GET') await renew();
      return handler(asked);
    },
  );
}

async function renew(): Promise<void> {
  const jar = await cookies();
  const { name, options } = portalCookie();
  const renewed = await renewedPortalSession(jar.get(name)?.value, new Date());
  if (renewed) jar.set(name, renewed, options);
}
