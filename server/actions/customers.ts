'use server';

import { customerScope } from '@/lib/auth/permissions';
import { badField } from '@/lib/kyc/contract/errors';
import { known, USER_TYPES } from '@/lib/kyc/contract/lists';
import { type CreatedCustomer, newCustomerInput } from '@/lib/kyc/new-customer';
import type { PasswordLinkSent } from '@/lib/kyc/password-link';
import { passwordLinkInput } from '@/lib/kyc/password-link-input';
import { caseDesk } from '../casework/desk';
import { kycApi, kycOffice } from '../kyc';
import { action } from './wrap';

/** Creates a customer and says what became of the welcome mail. Contract section 3, `AddCustomer`. */
export const createCustomer = action({
  permission: 'customers:create',
  schema: newCustomerInput,
  async run({ input: { customer, attempt }, session, call }): Promise<CreatedCustomer> {
    const api = await kycApi();
    const { submissionId } = await api.addCustomer({ ...call, idempotencyKey: attempt }, customer);
    const scope = customerScope({ role: session.user.role, employeeId: session.user.employeeId });
    const ours = (await kycOffice()) !== undefined;
    return {
      submissionId,
      mayOpen: scope.kind === 'tenant' || scope.employeeId === customer.employeeId,
      welcomeMail: !customer.sendEmail ? 'notWanted' : ours ? 'queued' : 'unknown',
    };
  },
});

/** Sends a customer of the reader's scope the one-time password link. Contract section 3, `SetCustomerPassword`. */
export const sendPasswordLink = action({
  permission: 'password-link:send',
  schema: passwordLinkInput,
  async run({ input, session, call }): Promise<PasswordLinkSent> {
    const desk = await caseDesk(session);
    const { submissionId, reason, attempt } = input;
    const customer = await desk.get(submissionId);
    const userType = known(USER_TYPES, customer.userType);
    if (userType === undefined) throw badField('userType', `must be one of ${USER_TYPES.join(', ')}`);
    const api = await kycApi();
    const sent = await api.setCustomerPassword(
      { ...call, idempotencyKey: attempt, reason },
      { userType, submissionId },
    );
    return { sentTo: sent?.emailSentTo ?? null, at: new Date().toISOString() };
  },
});
