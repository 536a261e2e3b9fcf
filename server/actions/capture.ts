'use server';

import { captureSaveInput, captureSubmitInput } from '@/lib/kyc/capture-input';
import { captureDesk } from '../casework/capture';
import { caseDesk } from '../casework/desk';
import { kycApi } from '../kyc';
import { action } from './wrap';

/*
 * Filling in on a customer's behalf. Whose customer it is, is asked again here: a foreign id and an unknown one give the same 404.
 * Neither action revalidates a page: saves are frequent, and what they give back is all that the screen needs.
 */

/** Saves answers, all or nothing; the engine records which employee gave them. */
export const saveCapture = action({
  permission: 'answers:write:own',
  schema: captureSaveInput,
  run: async ({ input, session, call }) => {
    const customer = await (await caseDesk(session)).get(input.submissionId);
    return (await captureDesk(await kycApi())).save(call, customer, input.answers);
  },
});

/** Sends the form in for review, or sends back what was asked for again. */
export const submitCapture = action({
  permission: 'answers:write:own',
  schema: captureSubmitInput,
  run: async ({ input, session, call }) => {
    const customer = await (await caseDesk(session)).get(input.submissionId);
    return (await captureDesk(await kycApi())).submit(call, customer);
  },
});
