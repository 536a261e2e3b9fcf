import { portalRoute } from '@/server/auth/portal/route';
import { deleteDocuments, openDocument } from '@/server/casework/documents';
import { documentResponse } from '@/server/http/envelope';
import { kycApi } from '@/server/kyc';

type Params = { documentId: string };

/** One of the customer's own documents, as it was uploaded. */
export const GET = portalRoute<Params>({
  handler: async ({ session, call, params }) =>
    documentResponse(await openDocument(await kycApi(), call, session, params.documentId)),
});

/** Deletes one, as long as it may still be changed. */
export const DELETE = portalRoute<Params>({
  handler: async ({ session, call, params }) =>
    deleteDocuments(await kycApi(), call, session, [params.documentId]),
});
