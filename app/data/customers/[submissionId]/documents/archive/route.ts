import { staffRoute } from '@/server/auth/staff-route';
import { caseDesk } from '@/server/casework/desk';
import { documentArchive } from '@/server/casework/document-archive';
import { documentResponse } from '@/server/http/envelope';
import { kycApi } from '@/server/kyc';

/** All documents of a customer as a ZIP. */
export const GET = staffRoute<{ submissionId: string }>({
  permission: ['documents:read:own', 'documents:read:all'],
  handler: async ({ session, call, params }) => {
    const customer = await (await caseDesk(session)).get(params.submissionId);
    return documentResponse(await documentArchive(await kycApi(), call, customer, new Date()));
  },
});
