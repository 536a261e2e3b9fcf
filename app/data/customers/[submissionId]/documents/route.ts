import { staffRoute } from '@/server/auth/staff-route';
import { caseDesk } from '@/server/casework/desk';
import { deleteDocuments, uploadInto } from '@/server/casework/documents';
import { readUploadParts } from '@/server/http/multipart';
import { kycApi } from '@/server/kyc';

type Params = { submissionId: string };

/** Uploads documents on the customer's behalf; a screen sends one file a request. */
export const POST = staffRoute<Params>({
  permission: 'documents:change:own',
  handler: async ({ session, call, params, request }) => {
    const customer = await (await caseDesk(session)).get(params.submissionId);
    const documents = await uploadInto(await kycApi(), call, customer, readUploadParts(request));
    return { documents };
  },
});

/** Deletes the documents that the query names (`ids=…&ids=…`), all or none. */
export const DELETE = staffRoute<Params>({
  permission: 'documents:change:own',
  handler: async ({ session, call, params, query }) => {
    const customer = await (await caseDesk(session)).get(params.submissionId);
    await deleteDocuments(await kycApi(), call, customer, query.getAll('ids'));
  },
});
