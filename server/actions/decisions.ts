'use server';

import type { Decided } from '@/lib/kyc/cases';
import { KycError } from '@/lib/kyc/contract/errors';
import { checkInput, decideInput, withdrawInput } from '@/lib/kyc/decision-input';
import type { KycOffice } from '@/lib/kyc/office';
import { caseDesk } from '../casework/desk';
import { kycOffice } from '../kyc';
import { action } from './wrap';

/** Decides about a customer of the reader's scope, at once or as a proposal. */
export const decideCase = action({
  permission: 'decisions:make',
  schema: decideInput,
  async run({ input, session, call }): Promise<Decided> {
    await (await caseDesk(session)).get(input.submissionId);
    return (await office()).decide(call, input);
  },
});

/** Confirms or declines what somebody else proposed. */
export const checkDecision = action({
  permission: 'decisions:check',
  schema: checkInput,
  async run({ input, session, call }): Promise<Decided> {
    await (await caseDesk(session)).get(input.submissionId);
    return (await office()).check(call, input);
  },
});

/** Takes one's own proposal back. */
export const withdrawDecision = action({
  permission: 'decisions:make',
  schema: withdrawInput,
  async run({ input, session, call }): Promise<Decided> {
    await (await caseDesk(session)).get(input.submissionId);
    return (await office()).withdraw(call, input);
  },
});

/** Somebody else's server decides by itself. */
async function office(): Promise<KycOffice> {
  const found = await kycOffice();
  if (found === undefined) {
    throw new KycError(409, { message: 'The KYC service that this installation uses decides by itself.' });
  }
  return found;
}
