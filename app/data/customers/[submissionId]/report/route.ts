import { staffRoute } from '@/server/auth/staff-route';
import { caseDesk } from '@/server/casework/desk';
import { successResponse } from '@/server/http/envelope';
import { kycApi } from '@/server/kyc';

/** A customer's report, for the browser's own download. */
export const GET = staffRoute<{ submissionId: string }>({
  permission: ['report:download:own', 'report:download:all'],
  handler: async ({ session, call, params, request }) => {
    const desk = await caseDesk(session);
    const file = await desk.report(await kycApi(), call, await desk.get(params.submissionId));
    return successResponse('bytes', file, request);
  },
});
