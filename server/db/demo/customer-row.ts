import { emailKey } from '@/lib/kyc/contract/text';
import type { customers } from '../schema';
import type { DemoCustomer } from './cast';

/** A customer's name as mails address it. */
export function nameOf(of: DemoCustomer): string {
  return of.userType === 'IndividualCustomer' ? `${of.firstName} ${of.lastName}` : of.fullName;
}

/** The customer's own row. */
export function customerRow(
  of: DemoCustomer,
  id: string,
  tenantId: string,
  createdAt: Date,
): typeof customers.$inferInsert {
  const { userType, email, mobile } = of;
  const row = { id, tenantId, userType, email, emailKey: emailKey(email), mobileNumber: mobile, createdAt };
  if (of.userType === 'IndividualCustomer') {
    return { ...row, firstName: of.firstName, lastName: of.lastName };
  }
  const { fullName, registrationNumber, tradingName } = of;
  return { ...row, fullName, registrationNumber, tradingName };
}
