'use server';

import { askAgainInput, requestInput } from '@/lib/kyc/request-input';
import { caseDesk } from '../casework/desk';
import { requestParts } from '../casework/request-parts';
import { askAgain, takeBackRequest } from '../casework/requests';
import { kycApi } from '../kyc';
import { action } from './wrap';

/** Asks a customer of the reader's scope for a document or an answer again; a mail goes out. */
export const askCustomerAgain = action({
  permission: 'information:request',
  schema: askAgainInput,
  async run({ input, session, call }): Promise<{ requestId: string; mailed: boolean }> {
    const customer = await (await caseDesk(session)).get(input.submissionId);
    return askAgain(await requestParts(await kycApi(), call), customer, input);
  },
});

/** Takes an open request back. */
export const withdrawCustomerRequest = action({
  permission: 'information:request',
  schema: requestInput,
  async run({ input, session, call }): Promise<{ at: string }> {
    const customer = await (await caseDesk(session)).get(input.submissionId);
    const parts = await requestParts(await kycApi(), call);
    await takeBackRequest(parts, customer, input.requestId);
    return { at: parts.at.toISOString() };
  },
});
