import { badField } from '@/lib/kyc/contract/errors';
import { portalRoute } from '@/server/auth/portal/route';
import { previewAnswer } from '@/server/casework/document-answers';
import { documentPreview } from '@/server/casework/documents';
import { kycApi } from '@/server/kyc';

/** One of the customer's own documents, to be looked at; `page` of a scan with several, from 1. */
export const GET = portalRoute<{ documentId: string }>({
  async handler({ session, call, params, query }) {
    const page = Number(query.get('page') ?? 1);
    if (!Number.isInteger(page) || page < 1) throw badField('page', 'must be a whole number from 1');
    return previewAnswer(await documentPreview(await kycApi(), call, session, params.documentId, page));
  },
});
