'use server';

import { reasonInput, reasonState } from '@/lib/kyc/decision-input';
import { decisionDesk } from '../casework/case-desk';
import { action } from './wrap';

const permission = 'reasons:manage';

export const addDecisionReason = action({
  permission,
  schema: reasonInput,
  run: async ({ input, session, call }) => (await decisionDesk(session)).addReason(call, input),
});

export const setDecisionReason = action({
  permission,
  schema: reasonState,
  run: async ({ input, session, call }) => (await decisionDesk(session)).setReason(call, input),
});
