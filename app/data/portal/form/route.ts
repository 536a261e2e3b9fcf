import { portalRoute } from '@/server/auth/portal/route';
import { captureDesk } from '@/server/casework/capture';
import { ownCustomer } from '@/server/casework/portal';
import { kycApi } from '@/server/kyc';

/** The customer's own form as it stands, or that it stands as in `since` (a view's stamp). */
export const GET = portalRoute({
  async handler({ session, call, query }) {
    const desk = await captureDesk(await kycApi());
    const known = { since: query.get('since'), engine: true };
    return desk.news(call, await ownCustomer(session), known);
  },
});
