'use server';

import { documentInput } from '@/lib/kyc/request-input';
import { caseDesk } from '../casework/desk';
import { requestParts } from '../casework/request-parts';
import { acceptDocument } from '../casework/requests';
import { kycApi } from '../kyc';
import { action } from './wrap';

/** Accepts a document of a customer of the reader's scope. */
export const acceptCustomerDocument = action({
  permission: 'documents:review',
  schema: documentInput,
  async run({ input, session, call }): Promise<{ at: string }> {
    const customer = await (await caseDesk(session)).get(input.submissionId);
    const parts = await requestParts(await kycApi(), call);
    await acceptDocument(parts, customer, input.documentId);
    return { at: parts.at.toISOString() };
  },
});
