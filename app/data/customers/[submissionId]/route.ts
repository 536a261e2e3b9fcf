import { staffRoute } from '@/server/auth/staff-route';
import { caseDesk } from '@/server/casework/desk';
import { kycApi, kycOffice } from '@/server/kyc';

/** A customer's profile. */
export const GET = staffRoute<{ submissionId: string }>({
  permission: ['profile:read:own', 'profile:read:all'],
  handler: async ({ session, call, params }) => {
    const desk = await caseDesk(session);
    return desk.profile(await kycApi(), await kycOffice(), call, await desk.get(params.submissionId));
  },
});
