import { staffRoute } from '@/server/auth/staff-route';
import { caseDesk } from '@/server/casework/desk';
import { openDocument } from '@/server/casework/documents';
import { documentResponse } from '@/server/http/envelope';
import { kycApi } from '@/server/kyc';

/** A document as it was uploaded, as a download. */
export const GET = staffRoute<{ submissionId: string; documentId: string }>({
  permission: ['documents:read:own', 'documents:read:all'],
  handler: async ({ session, call, params }) => {
    const customer = await (await caseDesk(session)).get(params.submissionId);
    return documentResponse(await openDocument(await kycApi(), call, customer, params.documentId));
  },
});
