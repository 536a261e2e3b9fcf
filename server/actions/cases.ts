'use server';

import { assignInput } from '@/lib/kyc/decision-input';
import { decisionDesk } from '../casework/case-desk';
import { action } from './wrap';

/** Gives a customer's case to a person who may decide, or back to nobody. */
export const assignCustomerCase = action({
  permission: 'decisions:make',
  schema: assignInput,
  run: async ({ input, session, call }) =>
    (await decisionDesk(session)).assign(call, input.submissionId, input.assigneeId),
});
