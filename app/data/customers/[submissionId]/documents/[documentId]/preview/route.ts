import { badField } from '@/lib/kyc/contract/errors';
import { staffRoute } from '@/server/auth/staff-route';
import { caseDesk } from '@/server/casework/desk';
import { previewAnswer } from '@/server/casework/document-answers';
import { documentPreview } from '@/server/casework/documents';
import { kycApi } from '@/server/kyc';

/** A document to look at: a PDF as it is, `page` of an image (1 where it is not said). */
export const GET = staffRoute<{ submissionId: string; documentId: string }>({
  permission: ['documents:read:own', 'documents:read:all'],
  handler: async ({ session, call, params, query }) => {
    const page = Number(query.get('page') ?? 1);
    if (!Number.isInteger(page) || page < 1) throw badField('page', 'must be a whole number from 1');
    const customer = await (await caseDesk(session)).get(params.submissionId);
    return previewAnswer(await documentPreview(await kycApi(), call, customer, params.documentId, page));
  },
});
