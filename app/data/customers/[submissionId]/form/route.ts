import { staffRoute } from '@/server/auth/staff-route';
import { captureDesk } from '@/server/casework/capture';
import { caseDesk } from '@/server/casework/desk';
import { kycApi, kycOffice } from '@/server/kyc';

/** A customer's form as it is filled in; `since` names what is known, so that nothing new costs next to nothing. */
export const GET = staffRoute<{ submissionId: string }>({
  permission: 'answers:write:own',
  handler: async ({ session, call, params, query }) => {
    const customer = await (await caseDesk(session)).get(params.submissionId);
    const desk = await captureDesk(await kycApi());
    const engine = (await kycOffice()) !== undefined;
    return desk.news(call, customer, { since: query.get('since'), engine });
  },
});
