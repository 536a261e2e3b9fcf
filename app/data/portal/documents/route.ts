import { portalRoute } from '@/server/auth/portal/route';
import { captureDesk } from '@/server/casework/capture';
import { uploadInto } from '@/server/casework/documents';
import { ownCustomer } from '@/server/casework/portal';
import { readUploadParts } from '@/server/http/multipart';
import { kycApi } from '@/server/kyc';

/** The customer's own documents. */
export const GET = portalRoute({
  async handler({ session, call }) {
    const desk = await captureDesk(await kycApi());
    return { documents: (await desk.view(call, await ownCustomer(session))).documents };
  },
});

/** Takes an upload as it streams in. */
export const POST = portalRoute({
  handler: async ({ session, call, request }) => ({
    documents: await uploadInto(await kycApi(), call, session, readUploadParts(request)),
  }),
});
