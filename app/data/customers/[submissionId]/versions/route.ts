import { versionNumber } from '@/lib/version-number';
import { staffRoute } from '@/server/auth/staff-route';
import { caseDesk } from '@/server/casework/desk';
import { versionsDesk } from '@/server/casework/versions';
import { kycApi, kycOffice } from '@/server/kyc';

/** What changed of a customer since the last decision, or since the version of `since`. */
export const GET = staffRoute<{ submissionId: string }>({
  permission: 'versions:read:all',
  handler: async ({ session, call, params, query }) => {
    const { submissionId } = await (await caseDesk(session)).get(params.submissionId);
    const desk = await versionsDesk({ api: await kycApi(), office: await kycOffice(), call }, submissionId);
    return desk.changesSince(versionNumber(query.get('since') ?? ''));
  },
});
